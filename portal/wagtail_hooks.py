from wagtail import hooks

from portal import files

hooks.register("before_serve_document", files.refuse_what_may_not_be_read)
