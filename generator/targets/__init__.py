"""The targets: each turns the catalog and its plans into the texts of files, and knows no other target."""
