// The draft: the fields of one case in the storage of this browser, while the box is ticked. It is written nowhere else.
"use strict";
(() => {
  const KEY = "extradition-draft";
  const notice = document.getElementById("draft");
  if (!notice) return;
  const form = document.getElementById("case-form");
  const box = form && form.elements.draft;
  const clear = form && form.querySelector("[data-draft-clear]");
  const state = document.getElementById("draft-state");

  // The draft that the browser keeps; null if it keeps none, or has no storage for this page.
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEY));
    } catch {
      return null;
    }
  }

  function remove() {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser without storage for this page keeps no draft.
    }
  }

  // The notice of a draft that is not of this page.
  function notify() {
    const draft = kept();
    notice.hidden = !draft || Boolean(box && box.checked);
    if (notice.hidden) return;
    notice.querySelector("[data-draft-case]").textContent = draft.case;
    notice.querySelector("[data-draft-time]").textContent = new Date(draft.time).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  }

  function show(words = "") {
    clear.hidden = !box.checked;
    state.textContent = words;
    notify();
  }

  function keep() {
    if (!box.checked) return;
    const fields = filledFields(form);
    const name = form.elements.case.value.trim() || "a case without a name";
    try {
      localStorage.setItem(KEY, JSON.stringify({ case: name, time: new Date().toISOString(), fields: fields.toString() }));
      show();
    } catch {
      box.checked = false;
      remove();
      show("This browser cannot keep the draft: it has no room for it, or no storage. Save the case file.");
    }
  }

  notice.addEventListener("submit", () => {
    for (const [name, value] of new URLSearchParams(kept().fields)) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      notice.append(field);
    }
  });
  notice.querySelector("[data-draft-clear]").addEventListener("click", () => {
    remove();
    notify();
    (box || document.getElementById("main")).focus();
  });
  // Another window can keep a draft too. There is one: the newer takes the place of the older.
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    if (!box || !box.checked) return void notify();
    box.checked = false;
    form.dispatchEvent(new Event("input")); // what is on this page is unsaved now
    show(kept() ? "Another window keeps its draft in place of this one." : "Another window cleared the draft.");
  });
  if (box) {
    // A page that is loaded again is older than its draft.
    const [visit] = performance.getEntriesByType("navigation");
    if (visit.type !== "navigate" || !kept()) box.checked = false;
    box.addEventListener("input", () => {
      if (box.checked) return;
      remove();
      show("The draft is cleared.");
    });
    clear.addEventListener("click", () => {
      box.checked = false;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    });
    form.addEventListener("input", keep);
    form.addEventListener("shown", keep);
    show();
  }
  notify();
})();
