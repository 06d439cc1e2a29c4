"""What is proved and chosen about message templates."""
