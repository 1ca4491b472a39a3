"""A case file as a form made from the rule book, and back."""

from extradition.web.form.examined_content import examined
from extradition.web.form.fields import content_of, leaves_of, posted_leaves
from extradition.web.form.form import Form, form_of

__all__ = ["Form", "content_of", "examined", "form_of", "leaves_of", "posted_leaves"]
