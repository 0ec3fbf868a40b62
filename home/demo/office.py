"""Markdown to a small Word document: real headings, lists and tables, in French, that a screen reader can follow.

A .docx file is a zip of XML parts (ECMA-376); these are the least that every word processor opens.
"""

import io
import zipfile
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
DOCUMENT_RELATIONS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{OFFICE}/numbering" Target="numbering.xml"/>
</Relationships>"""
CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>fr-CA</dc:language></cp:coreProperties>"""


def _style(key, name, size, colour="24302B", bold=False, before=0, after=120, outline=None):
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="{before}" w:after="{after}"/>{level}</w:pPr>'
        f'<w:rPr>{"<w:b/>" if bold else ""}<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


STYLES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACE}>'
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
    '<w:sz w:val="23"/><w:lang w:val="fr-CA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("Heading1", "heading 1", 40, "1F4D43", True, 0, 160, 0)
    + _style("Heading2", "heading 2", 28, "1F4D43", True, 320, 100, 1)
    + _style("Heading3", "heading 3", 24, "C0603E", True, 240, 80, 2)
    + "</w:styles>"
)


def _numbering():
    def level(form, text):
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:pPr><w:ind w:left="454" w:hanging="312"/></w:pPr></w:lvl>'
        )

    kinds = [("bullet", "•"), *[("decimal", "%1.")] * 20]  # each numbered list starts again at 1
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{i}">{level(*kind)}</w:abstractNum>' for i, kind in enumerate(kinds))
    used = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(kinds)))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {NAMESPACE}>{abstract}{used}</w:numbering>'


def word(title, markdown, author):
    """The bytes of a .docx that says ``markdown`` (headings, paragraphs, lists, tables, rules)."""
    body = _Body().write(MarkdownIt().enable("table").parse(markdown.strip()))
    page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1134" w:right="1304" w:bottom="1134" w:left="1304"/></w:sectPr>'
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NAMESPACE}><w:body>{body}{page}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/numbering.xml": _numbering(),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "docProps/core.xml": CORE.format(title=escape(title), author=escape(author)),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


class _Body:
    """Markdown tokens to WordprocessingML."""

    def __init__(self):
        self.parts, self.lists, self.numbered = [], [], 0
        self.heading, self.grid_at, self.columns = "", 0, 0

    def write(self, tokens):
        for token in tokens:
            handler = getattr(self, f"_{token.type}", None)
            if handler:
                handler(token)
        return "".join(self.parts)

    def _heading_open(self, token):
        self.heading = f'<w:pStyle w:val="Heading{min(int(token.tag[1]), 3)}"/>'

    def _heading_close(self, _token):
        self.heading = ""

    def _bullet_list_open(self, _token):
        self.lists.append(1)

    def _ordered_list_open(self, _token):
        self.numbered += 1
        self.lists.append(1 + self.numbered)

    def _bullet_list_close(self, _token):
        self.lists.pop()

    _ordered_list_close = _bullet_list_close

    def _inline(self, token):
        style = self.heading
        if self.lists:
            style = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.lists[-1]}"/></w:numPr><w:spacing w:after="60"/>'
        self.parts.append(f"<w:p><w:pPr>{style}</w:pPr>{_runs(token.children)}</w:p>")

    def _hr(self, _token):
        line = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="93AD99"/></w:pBdr>'
        self.parts.append(f"<w:p><w:pPr>{line}</w:pPr></w:p>")

    def _table_open(self, _token):
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:color="93AD99"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        self.parts.append(f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>')
        self.grid_at, self.columns = len(self.parts), 0
        self.parts.append("")

    def _table_close(self, _token):
        columns = f'<w:gridCol w:w="{9600 // max(self.columns, 1)}"/>' * self.columns
        self.parts[self.grid_at] = f"<w:tblGrid>{columns}</w:tblGrid>"
        self.parts.append("</w:tbl><w:p/>")

    def _thead_open(self, _token):
        self.parts.append("\0")  # the next row is the header, repeated on each page

    def _tr_open(self, _token):
        is_header = self.parts[-1] == "\0"
        if is_header:
            self.parts.pop()
        self.parts.append("<w:tr>" + ("<w:trPr><w:tblHeader/></w:trPr>" if is_header else ""))

    def _tr_close(self, _token):
        self.parts.append("</w:tr>")

    def _td_open(self, _token):
        self.parts.append("<w:tc>")

    def _td_close(self, _token):
        self.parts.append("</w:tc>")

    def _th_open(self, token):
        self.columns += 1
        self._td_open(token)

    _th_close = _td_close


def _runs(children):
    runs, bold, italic = [], False, False
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                bold = child.type == "strong_open"
            case "em_open" | "em_close":
                italic = child.type == "em_open"
            case "softbreak" | "hardbreak":
                runs.append("<w:r><w:br/></w:r>")
            case _ if child.content:
                form = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
                text = child.content.replace("[ ] ", "☐ ").replace("[x] ", "☒ ")
                runs.append(f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')
    return "".join(runs)
