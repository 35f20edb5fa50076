// What a page can do beyond its links and forms. Everything here is a convenience: each page reads and works without it.
"use strict";

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const say = (text) => {
  const place = find("#said");
  if (place) place.textContent = text;
};

// ---- light and dark ----
const setUpTheme = () => {
  for (const button of all("[data-theme-switch]")) {
    button.hidden = false;
    button.onclick = () => {
      const root = document.documentElement;
      const next = root.dataset.bsTheme === "dark" ? "light" : "dark";
      root.dataset.theme = root.dataset.bsTheme = next;
      document.cookie = "plumbline_theme=" + next + ";path=/;max-age=31536000;samesite=lax";
      say(next === "dark" ? "Dark" : "Light");
    };
  }
};

// ---- the list of shortcuts ----
const showShortcuts = () => find("#shortcuts")?.showModal();
const setUpHelp = () => {
  for (const button of all("[data-help]")) {
    button.hidden = false;
    button.onclick = showShortcuts;
  }
};

// ---- copying ----
const setUpCopying = () => {
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.onclick = async () => {
      const text = find(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(text.textContent);
        say("Copied");
      } catch {
        // Over plain HTTP from another machine there is no clipboard for scripts: Ctrl+C does the rest.
        getSelection().selectAllChildren(text);
        say("Selected");
      }
    };
  }
};

// ---- lists: those that fit keep their header in sight, the others scroll sideways ----
const setUpLists = () => {
  for (const list of all(".list")) list.classList.toggle("fits", list.scrollWidth <= list.clientWidth);
};
window.addEventListener("resize", setUpLists);

const setUp = () => {
  setUpTheme();
  setUpHelp();
  setUpCopying();
  setUpLists();
};
setUp();
document.addEventListener("htmx:afterSettle", setUp);

// ---- menus: one open at a time, closed by Escape and by a click elsewhere ----
document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open], details.drawer[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!menu.matches?.("details.menu") || !menu.open) return;
  find("input", menu)?.focus();
  // Its values come when it is opened, and again when they did not come.
  if (find(".menu-body > a:only-child", menu)) htmx.trigger(menu, "values");
}, true);

// ---- a form that has been sent is not sent twice ----
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.defaultPrevented) return;
  setTimeout(() => { for (const button of all("button", event.target)) button.disabled = true; });
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const button of all("form[method=post] button")) button.disabled = false;
});

// ---- keyboard ----
const rows = () => all("table.rows tbody tr .first a");
const moveBy = (step) => {
  const links = rows();
  if (links.length === 0) return;
  const at = links.findIndex((link) => link.closest("tr").contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next].focus();
};
const isTyping = (element) => element?.matches?.("input, textarea, select, [contenteditable]");

let goes = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    const menu = document.activeElement?.closest?.("details[open]") ?? find("details.menu[open], details.drawer[open]");
    if (menu && !menu.matches(".stays")) {
      menu.open = false;
      find("summary", menu)?.focus();
    }
    return;
  }
  if (isTyping(event.target) || find("dialog[open]")) return;
  if (goes) {
    goes = false;
    const link = find(`[data-go="${CSS.escape(event.key)}"]`);
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  switch (event.key) {
    case "/": (find("[data-search]") ?? find("[data-find]"))?.focus(); break;
    case "j": moveBy(1); break;
    case "k": moveBy(-1); break;
    case "g": goes = true; setTimeout(() => { goes = false; }, 1500); break;
    case "?": showShortcuts(); break;
    default: return;
  }
  event.preventDefault();
});

// ---- a log that grows: kept at its end unless the reader has scrolled up ----
const isAtEnd = (box) => box.scrollHeight - box.scrollTop - box.clientHeight < 8;
for (const box of all("[data-tail]")) box.scrollTop = box.scrollHeight;
document.addEventListener("htmx:beforeSwap", (event) => {
  const box = event.target.closest?.("[data-tail]");
  if (box) box.dataset.follows = isAtEnd(box);
});
document.addEventListener("htmx:afterSwap", (event) => {
  const box = event.target.closest?.("[data-tail]");
  if (box?.dataset.follows === "true") box.scrollTop = box.scrollHeight;
});

// ---- a page that renews its head waits while somebody has a menu open ----
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches("[hx-trigger^=every][hx-select-oob]") && find("details.menu[open]")) event.preventDefault();
});

// ---- a session that has ended: sign in, instead of a sign-in form in the middle of a page ----
document.addEventListener("htmx:beforeSwap", (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === "/login") {
    event.detail.shouldSwap = false;
    if (find(".connector-form")) {
      tell("Your session has ended: copy what you still need of your entries, then sign in again.");
    } else {
      location.reload();
    }
  }
});

// ---- a server that does not answer, or only with an error: said as long as it lasts ----
const tell = (trouble) => {
  const place = find("#trouble");
  if (!place) return;
  if (trouble) find("span", place).textContent = trouble;
  place.hidden = !trouble;
};
document.addEventListener("htmx:sendError", () => tell("Plumbline does not answer."));
document.addEventListener("htmx:responseError", (event) => tell(`Plumbline answers with error ${event.detail.xhr.status}.`));
document.addEventListener("htmx:afterOnLoad", (event) => { if (event.detail.successful) tell(""); });

// ---- parts that look again by themselves wait while somebody uses a menu in them ----
document.addEventListener("htmx:beforeRequest", (event) => {
  const part = event.detail.elt;
  if (part.matches("[data-live]") && find("details.menu[open]", part)) event.preventDefault();
});
