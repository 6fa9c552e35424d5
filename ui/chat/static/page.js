// Conversations, copying, exporting, the language. Runs once inside gr.HTML.
const word = (key) => JSON.parse(document.getElementById("page-words").textContent)[key];
const opened = new Set();                            // disclosures the reader opened

function say(text) {
  const toast = document.getElementById("toast");
  toast.textContent = text;
  toast.dataset.shown = "";
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { delete toast.dataset.shown; }, 2500);
}

async function copy(button) {
  const { copy: form, of } = button.dataset;
  try {
    const link = `${location.origin}/?cite=${encodeURIComponent(of)}`;
    const text = form === "link" ? link : await server.copied({ form, of });
    await give(text);
  } catch { say(word("no_server")); }
  button.closest("details").open = false;
  button.closest("details").querySelector("summary").focus();
}

async function judge(button) {
  const menu = button.closest("details"), n = button.closest(".turn").id.replace("turn-", "");
  const { judge: verdict, of } = button.dataset, note = menu.querySelector("textarea");
  try { say(word(await server.judged({ talk: current(), n, of, verdict, note: note.value }) ? "judged" : "no_server")); }
  catch { return say(word("no_server")); }
  note.value = "";
  menu.open = false;
  menu.querySelector("summary").focus();
}

async function give(text) {
  try { await navigator.clipboard.writeText(text); say(word("copied")); }
  catch { prompt(word("copy_by_hand"), text); }      // no clipboard over plain http
}

async function save(form) {
  const file = await server.exported({ form, talk: current() });
  if (!file) return say(word("no_server"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const current = () => element.querySelector("[data-current]")?.dataset.current || "";
function go(talk) {
  const url = new URL(location.href);
  if (talk) url.searchParams.set("talk", talk);
  else url.searchParams.delete("talk");
  url.searchParams.delete("cite");
  if (url.href !== location.href) history.pushState(null, "", url);
  trigger("opened", { talk });
  dispatchEvent(new PopStateEvent("popstate", { state: "handled" }));   // the article closes
}
const talkOfAddress = () => new URLSearchParams(location.search).get("talk") || "";
const side = (open) => {
  document.getElementById("shell").toggleAttribute("data-side", open);
  document.getElementById("side-toggle").setAttribute("aria-expanded", open);
  if (open) document.querySelector("[data-fresh]").focus();
};
const toChat = () => {
  const tab = document.querySelector("#tabs .tab-container:not(.visually-hidden) [role=tab]");
  if (tab.getAttribute("aria-selected") !== "true") tab.click();
};
const phone = () => matchMedia("(max-width: 900px)").matches;

const actions = {
  ask: (b) => { toChat(); trigger("asked", { question: b.dataset.ask }); },
  copy,
  judge,
  export: (b) => { save(b.dataset.export); b.closest("details").open = false; },
  open: (b) => { toChat(); go(b.dataset.open); if (phone()) side(false); },
  fresh: () => { toChat(); go(""); if (phone()) side(false); document.querySelector("#question textarea").focus(); },
  sure: (b) => { b.closest("li").dataset.sure = ""; b.closest("li").querySelector("[data-delete]").focus(); },
  keep: (b) => { delete b.closest("li").dataset.sure; b.closest("li").querySelector("[data-sure]").focus(); },
  delete: (b) => { say(word("deleted")); trigger("deleted", { talk: b.dataset.delete }); document.querySelector("[data-fresh]").focus(); },
  side: () => side(!document.getElementById("shell").hasAttribute("data-side")),
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  const name = button && Object.keys(actions).find((key) => key in button.dataset);
  if (name) actions[name](button);
  document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  else if (event.key === "Escape" && phone()) side(false);
});
document.addEventListener("change", (event) => {
  if (event.target.id !== "language") return;
  document.cookie = `pincite_language=${event.target.value}; Path=/; SameSite=Lax; Max-Age=31536000`;
  location.reload();
});
document.addEventListener("click", (event) => {      // before the disclosure follows the click
  const kept = event.target.closest?.("summary")?.parentElement;
  if (kept?.id && !kept.classList.contains("menu")) opened[kept.open ? "delete" : "add"](kept.id);
});
addEventListener("popstate", (event) => {
  if (event.state !== "handled" && talkOfAddress() !== current()) trigger("opened", { talk: talkOfAddress() });
});
// Articles were added or removed: sources, suggestions and counts follow, unless an answer is under way.
document.addEventListener("pincite:collection", () => {
  if (!document.querySelector("#live .turn")) trigger("opened", { talk: current() });
  offer().catch(() => {});
});

// After Python drew the list (and with it the conversation): the address follows.
watch("value", () => {
  const url = new URL(location.href);
  if (current()) url.searchParams.set("talk", current());
  else url.searchParams.delete("talk");
  if (url.href !== location.href) history.replaceState(null, "", url);
});

// Drawing anew closes disclosures and forgets which citation is open; a new question comes into view.
let last = "";
function drawn() {
  opened.forEach((id) => { const kept = document.getElementById(id); if (kept && !kept.open) kept.open = true; });
  document.dispatchEvent(new Event("pincite:shown"));
  for (const [kind, key] of [["submit", "ask"], ["stop", "stop"]])   // Gradio leaves them nameless
    document.querySelector(`#question button.${kind}-button`)?.setAttribute("aria-label", word(key));
  const turn = document.querySelector("#live .turn");
  if (turn && turn.id !== last) turn.scrollIntoView({ block: "start" });
  last = turn ? turn.id : "";
}
const drawing = new MutationObserver(drawn);
(function observe() {                                // the tabs are mounted after this
  const main = document.getElementById("main");
  if (main) drawing.observe(main, { childList: true, subtree: true, attributeFilter: ["open"] });
  else requestAnimationFrame(observe);
})();

async function offer() {                             // suggestions take a moment to be found
  const html = await server.suggestions({}), place = document.getElementById("suggestions");
  if (html && place && !place.firstChild) place.innerHTML = html;
}
offer().catch(() => {});
trigger("opened", { talk: talkOfAddress() });
