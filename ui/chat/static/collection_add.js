// Files and folders, dropped or chosen: uploaded four at a time, then handed to Python by name.
const texts = () => JSON.parse(element.querySelector(".texts").textContent);
const say = (text) => { element.querySelector(".sent").textContent = text; };
const section = () => element.querySelector(".drop");

async function inside(entry, path, found) {
  if (entry.isFile) found.push({ file: await new Promise((done, no) => entry.file(done, no)), name: path + entry.name });
  else for (const child of await children(entry.createReader())) await inside(child, `${path}${entry.name}/`, found);
  return found;
}
async function children(reader) {
  const all = [];
  for (;;) {                                           // a reader gives at most 100 at a time
    const some = await new Promise((done, no) => reader.readEntries(done, no));
    if (!some.length) return all;
    all.push(...some);
  }
}

async function send(found) {
  found = found.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  if (!found.length || section().hasAttribute("data-busy")) return;
  if (found.length > +section().dataset.most) return say(texts().coll_too_many.replace("{n}", section().dataset.most));
  section().dataset.busy = "";
  const files = [], waiting = [...found];
  const one = async () => {
    for (let next; (next = waiting.shift());) {
      const { path } = await upload(next.file);
      files.push({ path, name: next.name });
      say(texts().coll_uploading.replace("{n}", files.length).replace("{all}", found.length));
    }
  };
  try {
    await Promise.all([one(), one(), one(), one()]);
    say("");
    trigger("added", { files });
  } catch { say(texts().coll_upload_failed); }
  delete section().dataset.busy;
}

element.addEventListener("click", (event) => {
  const kind = event.target.closest?.("[data-choose]")?.dataset.choose;
  if (kind) element.querySelector(`[data-${kind}]`).click();
});
element.addEventListener("change", (event) => {
  if (event.target.type !== "file") return;
  send([...event.target.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
  event.target.value = "";
});
let over = 0;
const lit = (on) => section()?.toggleAttribute("data-over", on);
element.addEventListener("dragenter", (event) => { event.preventDefault(); lit(++over > 0); });
element.addEventListener("dragleave", () => lit(--over > 0));
element.addEventListener("dragover", (event) => event.preventDefault());
element.addEventListener("drop", async (event) => {
  event.preventDefault();
  over = 0;
  lit(false);
  const files = [...event.dataTransfer.files].map((file) => ({ file, name: file.name }));
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const found = [];
  try { for (const entry of entries) await inside(entry, "", found); }
  catch { return say(texts().coll_upload_failed); }
  send(found.length ? found : files);
});
// Asked for when the tab is first looked at, not with every page.
new IntersectionObserver(([first], watching) => {
  if (!first.isIntersecting) return;
  watching.disconnect();
  trigger("opened", {});
}).observe(element.closest("#collection"));
