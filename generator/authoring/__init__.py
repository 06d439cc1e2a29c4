"""The side road: catalog files rewritten for their authors."""
