"""The data of the book: one module per task, seeded, nothing downloaded."""
