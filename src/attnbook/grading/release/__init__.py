"""Pack exercises: for students to practise, and for Gradescope to grade."""
