"""PDFs opened inside the child: each page drawn as a picture, and a new PDF of those, so that nothing in them runs or goes along.

Only `inside` imports this. No script, form, attachment, link or metadata is left in the copy for viewing; nor is its text, as letters.
"""

from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, JpegImagePlugin, PdfImagePlugin

from askfirst.guard.limits import PAGE_SIDE, PAGES
from askfirst.guard.unfit import Unfit

__all__ = ["read"]

Image.preinit()
PLUGINS = (JpegImagePlugin, PdfImagePlugin)  # loaded before files are shut off
LOCKED = 4  # what pdfium answers for a password


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """How many pages it has, and its copy for viewing. Raises Unfit; whatever else it raises means broken."""
    try:
        held = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        raise Unfit("locked" if getattr(problem, "err_code", None) == LOCKED else "broken") from None
    if not 0 < len(held) <= PAGES:
        raise Unfit("pages" if len(held) else "broken")
    first, *rest = [_drawn(page) for page in held]
    out = BytesIO()
    first.save(out, "PDF", save_all=True, append_images=rest, title="", creationDate=None, modDate=None, resolution=120)
    return {"kind": "pdf", "moves": False, "pages": len(held)}, out.getvalue()


def _drawn(page: pdfium.PdfPage) -> Image.Image:
    """One page as pixels, at most PAGE_SIDE of them on its longer side, however large it says it is."""
    longer = max(*page.get_size(), 1)
    drawn: Image.Image = page.render(scale=PAGE_SIDE / longer, may_draw_forms=False).to_pil().convert("RGB")
    page.close()
    return drawn
