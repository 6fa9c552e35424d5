// The article beside the chat. Runs once inside gr.HTML: (element, trigger, props, server, ...).
const column = () => document.getElementById("article");
// A table repeats the quotes above it: it opens them, but is not walked through.
const links = () => [...document.querySelectorAll("a.cite[data-cite]")].filter((a) => a.offsetParent && !a.closest(".differ"));
const word = (key) => JSON.parse(document.getElementById("page-words").textContent)[key];
const empty = props.value;
let from = null, latest = 0;

// In full, because Gradio's <base> would eat the path.
function remember(reference) {
  const url = new URL(location.href);
  if (reference) url.searchParams.set("cite", reference);
  else url.searchParams.delete("cite");
  if (url.href !== location.href) history.pushState(null, "", url);
}

async function show(reference, link, push = true) {
  const mine = ++latest;
  element.setAttribute("aria-busy", "true");
  const answer = link?.closest(".turn");
  const others = answer ? [...answer.querySelectorAll("a.cite")].map((a) => a.dataset.cite) : [];
  let html;
  try { html = await server.article({ cite: reference, others }); }
  catch { html = failed(); }
  if (mine !== latest) return;                       // a later click won
  const walked = links();
  from = walked.includes(link) ? link : walked.find((a) => a.dataset.cite === reference) || from;
  props.value = html;                                // gr.HTML renders in a microtask
  column().dataset.open = "";
  if (push) remember(reference);
  await new Promise(requestAnimationFrame);
  element.removeAttribute("aria-busy");
  place();
  focus();
}

function failed() {
  const p = document.createElement("p");
  p.textContent = word("no_server");
  return `<div class="empty" role="alert">${p.outerHTML}</div>`;
}

function place() {
  const all = links(), at = all.indexOf(from);
  all.forEach((a) => a === from ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current"));
  const where = element.querySelector(".place");
  if (where) where.textContent = at < 0 ? "" : word("place_of").replace("{n}", at + 1).replace("{all}", all.length);
  element.querySelectorAll("[data-go]").forEach((b) => { b.disabled = !all[at + +b.dataset.go] || at < 0; });
}

function focus() {
  const page = element.querySelector(".page"), mark = element.querySelector("#quoted");
  if (!page) return element.querySelector("[data-close]")?.focus();
  if (!mark) { page.scrollTop = 0; return page.focus({ preventScroll: true }); }
  const top = mark.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  page.scrollTo({ top: Math.max(0, top - page.clientHeight / 3), behavior: calm ? "auto" : "smooth" });
  mark.focus({ preventScroll: true });
}

function close(push = true) {
  latest++;
  if (!column().hasAttribute("data-open")) return;
  delete column().dataset.open;
  props.value = empty;
  links().forEach((a) => a.removeAttribute("aria-current"));
  if (push) remember(null);
  if (from?.isConnected) from.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.cite[data-cite]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  show(link.dataset.cite, link);
});
element.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (button?.hasAttribute("data-close")) close();
  if (!button?.dataset.go) return;
  const all = links(), next = all[all.indexOf(from) + +button.dataset.go];
  if (!next) return;
  next.scrollIntoView({ block: "center" });
  show(next.dataset.cite, next);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("details.menu[open]")) close();
});
const asked = () => new URLSearchParams(location.search).get("cite");
const follow = () => asked() ? show(asked(), null, false) : close(false);
addEventListener("popstate", follow);
document.addEventListener("pincite:shown", place);   // the conversation was drawn anew
if (asked()) follow();
