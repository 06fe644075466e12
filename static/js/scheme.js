// Runs before the first paint, so that a reader's choice of light or dark never flashes. The switch is scheme-switch.js.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // A browser that keeps nothing shows what the system prefers.
}
