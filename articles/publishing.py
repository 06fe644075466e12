def render_author(author):
    pass


def render_faq(faq):
    pass


def render(article):
    pass
