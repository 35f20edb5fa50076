// Runs before the page is painted, so that it never shows in the wrong colours first.
(() => {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = root.dataset.theme;
    root.dataset.bsTheme = chosen === "auto" || !chosen ? (system.matches ? "dark" : "light") : chosen;
  };
  apply();
  system.addEventListener("change", apply);
  // The server shows times in the reader's zone; it hears of the zone by this cookie.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) {
    document.cookie = "plumbline_zone=" + zone.replaceAll("/", ":") + ";path=/;max-age=31536000;samesite=lax";
  }
})();
