"""Begin a chapter, a widget or an exercise from a template that already works.

``python -m attnbook.scaffold --help`` lists the commands; ``make new-chapter`` and
``make new-widget`` call them. What a template makes passes every check of the book, so
its author changes one working thing into another.
"""
