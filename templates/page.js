// The live update: posts the form as the button does, and shows the parts of the answer that differ. Without it, the button does the same.
"use strict";
// The fields of a form that are filled in. Blank fields say nothing.
function filledFields(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value.trim()) fields.append(name, value);
  return fields;
}
(() => {
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();
  const form = document.getElementById("case-form");
  if (!form) return;
  const root = document.documentElement;
  const WAIT = 400; // after a key, which may be the first of several, in a list too; a tick is sent at once
  let newest = 0;
  let timer = 0;
  // A button of another page that leads to a place here brings what was entered before.
  let unsaved = Boolean(summary || location.hash);
  let composing = false;
  root.classList.add("live");

  function filledIn(button) {
    const fields = filledFields(form);
    fields.append("do", button ? button.value : document.querySelector("#summary [data-focus]") ? "update" : "live");
    return fields;
  }

  // The value of each field becomes its default, so that two renderings can be compared.
  function settle(part) {
    for (const field of part.querySelectorAll("input, textarea, option")) {
      if (field.tagName === "OPTION") field.defaultSelected = field.selected;
      else if (field.type === "radio" || field.type === "checkbox") field.defaultChecked = field.checked;
      else if (field.type !== "file" && field.type !== "hidden") {
        field.defaultValue = field.value;
        if (!field.value) field.removeAttribute("value");
      }
    }
  }

  function keepOpen(fresh, old) {
    for (const each of [fresh, ...fresh.querySelectorAll("details")]) {
      const before = each.tagName === "DETAILS" && each.id && (old.id === each.id ? old : document.getElementById(each.id));
      if (before && before.tagName === "DETAILS" && !each.classList.contains("faulty")) each.open = before.open;
    }
  }

  // The position of the user: the control by its name and value, the place in its text, and the text.
  function place() {
    const at = document.activeElement;
    if (!at || !form.contains(at)) return null;
    const text = at.tagName === "TEXTAREA" || (at.tagName === "INPUT" && !["radio", "checkbox", "file"].includes(at.type));
    return { at, text, name: at.name, value: at.value, caret: text ? [at.selectionStart, at.selectionEnd] : null, holder: at.closest("[data-swap]") };
  }

  function goBack(before) {
    if (!before || document.contains(before.at)) return;
    const same = [...form.querySelectorAll("input, select, textarea, button")].filter((each) => each.name === before.name && before.name);
    const choice = same.find((each) => each.value === before.value) || same[0];
    const there = choice || (before.holder && document.getElementById(before.holder.id));
    if (!there) return;
    const target = there.matches("details") ? there.querySelector("summary") : there;
    if (before.text && choice) {
      choice.value = before.value;
      choice.setSelectionRange(...before.caret);
    }
    target.focus({ preventScroll: true });
  }

  // A stage that is drawn in one of the two and not in the other, or with other entries, is replaced as a whole.
  function swapStages(fresh) {
    const parts = (stage) => [...stage.querySelectorAll("[data-swap]")].map((each) => each.id).join();
    for (const stage of fresh.querySelectorAll(".stage")) {
      const old = document.getElementById(stage.id);
      if (!old || parts(old) === parts(stage)) continue;
      keepOpen(stage, old);
      old.replaceWith(stage.cloneNode(true));
    }
  }

  function swap(fresh) {
    const before = place();
    settle(form);
    swapStages(fresh);
    const olds = new Map([...document.querySelectorAll("[data-swap]")].map((each) => [each.id, each]));
    const news = [...fresh.querySelectorAll("[data-swap]")];
    const scrolled = document.getElementById("determination").scrollTop;
    if (olds.size === news.length && news.every((each) => olds.has(each.id))) {
      for (const part of news) {
        const old = olds.get(part.id);
        keepOpen(part, old);
        if (!old.isEqualNode(part)) old.replaceWith(part);
      }
      form.elements.rest.value = fresh.querySelector("[name=rest]").value;
      document.querySelector("h1").textContent = fresh.querySelector("h1").textContent;
    } else {
      const columns = fresh.querySelector(".columns");
      keepOpen(columns, form);
      form.querySelector(".columns").replaceWith(columns);
      document.getElementById("bar").replaceWith(fresh.getElementById("bar"));
    }
    document.title = fresh.title;
    document.getElementById("determination").scrollTop = scrolled;
    goBack(before);
  }

  function announce() {
    const outcome = document.querySelector("#bar strong").textContent;
    const words = document.querySelector("#determined .outcome") ? `Outcome: ${outcome}` : outcome;
    const region = document.getElementById("announced");
    if (region.textContent !== words) region.textContent = words;
  }

  function gone(is) {
    root.classList.toggle("gone", is);
    const old = document.getElementById("gone");
    if (old) old.remove();
    if (!is) return;
    const note = document.createElement("p");
    note.id = "gone";
    note.setAttribute("role", "alert");
    note.textContent = "The server does not answer, so the determination is not up to date. What you typed is still here. Try the button, or print this page.";
    form.querySelector(".columns").before(note);
  }

  async function update(button) {
    const mine = ++newest;
    let text;
    try {
      const answer = await fetch(form.action, { method: "POST", body: filledIn(button) });
      text = await answer.text();
      if (!answer.ok) throw new Error(String(answer.status));
    } catch {
      if (mine === newest) gone(true);
      return;
    }
    if (mine !== newest) return;
    if (composing) { later(); return; }
    gone(false);
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const each of fresh.querySelectorAll("[data-focus]")) each.removeAttribute("role");
    swap(fresh);
    announce();
    form.dispatchEvent(new Event("shown"));
    if (button) reveal(button.getAttribute("formaction"));
  }

  // After a button: the focus goes to what it made, or to the faults.
  function reveal(target) {
    const wrong = document.querySelector("#summary [data-focus]");
    const to = target && document.getElementById(target.split("#")[1]);
    if (to) {
      unfold(to);
      const fields = to.querySelectorAll(".finding:last-of-type input, .field input");
      const first = to.matches(".entry") ? [...to.querySelectorAll(".finding")].at(-1).querySelector("input") : to.matches("details") ? to.querySelector("summary") : fields[0];
      if (first) first.focus();
    } else if (wrong) wrong.focus();
  }

  function unfold(target) {
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  }

  function later(wait = WAIT) {
    newest += 1;
    clearTimeout(timer);
    timer = setTimeout(() => update(null), wait);
  }

  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; later(); });
  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    unsaved = true;
    if (event.target.type === "radio") {
      const number = event.target.closest(".answers").querySelector(".number input");
      if (number) number.value = "";
    } else if (event.target.inputMode === "numeric") {
      for (const each of event.target.closest(".answers").querySelectorAll("[type=radio]")) each.checked = false;
    }
    later(event.target.matches("[type=radio], [type=checkbox]") ? 0 : WAIT);
  });
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button && "download" in button.dataset) {
      if (button.getAttribute("formaction").endsWith("/yaml") && !document.querySelector("#summary [data-focus]")) unsaved = false;
      leaving = true;
      setTimeout(() => { leaving = false; }, 1000);
      return;
    }
    if (button && "whole" in button.dataset) { leaving = true; return; }
    event.preventDefault();
    clearTimeout(timer);
    if (button && !/^(update|open)/.test(button.value)) unsaved = true;
    update(button);
  });
  let leaving = false;
  addEventListener("beforeunload", (event) => { if (unsaved && !leaving && !form.elements.draft.checked) event.preventDefault(); });

  // A button of another page leads to a place here. The browser moves the focus itself until the page is loaded.
  const arrived = !summary && location.hash && document.getElementById(location.hash.slice(1));
  if (arrived) {
    unfold(arrived);
    addEventListener("load", () => {
      arrived.scrollIntoView({ block: "start" });
      (arrived.querySelector("summary, input:not([type=hidden]), button") || arrived).focus({ preventScroll: true });
    });
  }

  // A link into the form unfolds its target.
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const to = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!to) return;
    unfold(to);
    const target = to.matches("details, .shut") ? to.querySelector("summary, button") : to;
    event.preventDefault();
    to.scrollIntoView({ block: "start" });
    target.focus({ preventScroll: true });
  });
})();
