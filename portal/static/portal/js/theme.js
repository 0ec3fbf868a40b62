// Before the first paint, so that the chosen appearance does not flash; the only script that blocks.
{
  let kept = null;
  try {
    kept = localStorage.getItem("theme");
  } catch {
    // storage refused: the device decides
  }
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
}
