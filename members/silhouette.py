"""The drawing in the place of a photo that a visitor may not see: the same for everyone, so it says nothing of anyone."""

SILHOUETTE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<rect width="96" height="96" fill="#d9d3c7"/>
<circle cx="48" cy="38" r="17" fill="#8d8675"/>
<path d="M14 96c2-24 17-34 34-34s32 10 34 34z" fill="#8d8675"/>
</svg>
"""
