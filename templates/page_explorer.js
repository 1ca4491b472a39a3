// The explorer: how far the work is, and another choice of rows, shown in place. Without it, the links and the buttons do the same.
"use strict";
(() => {
  const SOON = 700;

  async function fetched(address) {
    const answer = await fetch(address);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  // A file that is too large is refused before it is sent.
  const file = document.querySelector("[data-most]");
  if (file) file.addEventListener("change", () => {
    const most = Number(file.dataset.most);
    const isTooLarge = file.files.length > 0 && file.files[0].size > most;
    file.setCustomValidity(isTooLarge ? `The table is larger than ${most / 1048576} MiB.` : "");
    file.reportValidity();
  });

  // The work: each step as it ends; then the page of the table.
  async function follow() {
    const fresh = await fetched(location.href).catch(() => null);
    const next = fresh && fresh.getElementById("progress");
    if (fresh && !next) {
      location.reload();
      return;
    }
    const old = document.getElementById("progress");
    for (const part of next ? [".steps", "[role=status]"] : []) {
      const [was, is] = [old.querySelector(part), next.querySelector(part)];
      if (was.textContent !== is.textContent) was.replaceChildren(...is.childNodes);
    }
    setTimeout(follow, SOON);
  }
  if (document.querySelector("[data-working]")) setTimeout(follow, SOON);

  // Another choice: the part of the page that shows it is replaced, and the focus stays where it was.
  const shown = () => document.querySelector("[data-explored]");
  if (!shown()) return;
  let newest = 0;

  async function show(address, isNew) {
    const mine = ++newest;
    shown().setAttribute("aria-busy", "true");
    const fresh = await fetched(address).catch(() => null);
    if (mine !== newest) return;
    const part = fresh && fresh.querySelector("[data-explored]");
    if (!part) {
      location.assign(address);
      return;
    }
    const at = document.activeElement && document.activeElement.id;
    shown().replaceWith(part);
    if (isNew) history.pushState(null, "", address);
    const hash = new URL(address, location.href).hash.slice(1);
    const wrong = document.querySelector("[data-focus]");
    const place = wrong || document.getElementById(hash || at || "outcomes");
    if (!place) return;
    if (!place.matches("a, button, select, input")) place.tabIndex = -1;
    place.focus({ preventScroll: !hash && !wrong });
    if (hash) place.scrollIntoView();
  }

  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get" || !form.closest("[data-explored]")) return;
    event.preventDefault();
    const said = [...new FormData(form)].filter(([, value]) => value);
    show(`${form.getAttribute("action")}?${new URLSearchParams(said)}`, true);
  });
  addEventListener("click", (event) => {
    const link = event.target.closest("[data-explored] a");
    if (!link || link.hasAttribute("download") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = new URL(link.href);
    if (to.pathname !== location.pathname) return;
    event.preventDefault();
    show(to.pathname + to.search + to.hash, true);
  });
  addEventListener("popstate", () => show(location.href, false));
})();
