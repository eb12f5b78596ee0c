"""What stands in a cell of a Word document, as XML, and what a person reads there."""

from __future__ import annotations

from word_files import run

#: The XML of a cell, and what Word shows in it.
WORDS: tuple[tuple[str, str], ...] = (
    ("<w:ins>" + run("Seen ") + "</w:ins>" + run("at home"), "Seen at home"),
    (run("Seen") + "<w:del><w:r><w:delText>not</w:delText></w:r></w:del>", "Seen"),
    (run("Rang") + "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>", "Rang"),
    ("<w:moveTo>" + run("Seen") + "</w:moveTo>", "Seen"),
    ("<w:r><w:t>Seen</w:t><w:br/><w:t>Rang</w:t><w:tab/><w:t>SW</w:t></w:r>", "Seen\nRang\tSW"),
    (f'<w:hyperlink r:id="rId99">{run("the form")}</w:hyperlink>', "the form"),
    ("<w:r><w:t>Seen</w:t><w:footnoteReference w:id='2'/><w:commentReference w:id='1'/></w:r>", "Seen"),
    (
        "<w:r><w:t>re</w:t><w:softHyphen/><w:t>ferred co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>",
        "referred co-op",
    ),
    (run("re\u00adferred\u00a0to\u200b SW"), "referred to SW"),
    (run("mother’s “friend”"), "mother’s “friend”"),
    ('<w:r><w:t>HV </w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:t> SW</w:t></w:r>', "HV → SW"),
    ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r>' + run(" seen"), "✓ seen"),
    ('<w:r><w:sym w:font="Wingdings" w:char="wrong"/><w:t>Seen</w:t></w:r>', "Seen"),
    (f'<w:fldSimple w:instr="DATE">{run("Seen")}</w:fldSimple>', "Seen"),
    (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD x</w:instrText></w:r>'
        '<w:r><w:t>hidden</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("Seen")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" here")}',
        "Seen here",
    ),
    ("<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>" + run("Seen") + "</w:sdtContent></w:sdt>", "Seen"),
    (
        run("Seen")
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Click here to enter text.")
        + "</w:sdtContent></w:sdt>",
        "Seen",
    ),
    (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
        '</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" seen"),
        "☒ seen",
    ),
    (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Call"/>'
        '<w:listEntry w:val="Visit"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "Visit",
    ),
    (
        run("Seen")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent><w:p>"
        + run("boxed")
        + "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
        + run("boxed")
        + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        "boxed\nSeen",
    ),
    (f"<w:p>{run('Seen')}</w:p><w:p/><w:p>{run('Rang')}</w:p>", "Seen\nRang"),
    (
        f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>{run('Seen')}</w:p>"
        f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>{run('Rang')}</w:p>",
        "• Seen\n• Rang",
    ),
)
