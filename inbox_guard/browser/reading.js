// What a page shows, written down as HTML, and a way to press what stands there.
// Runs in a world of its own: scripts of the page can neither see nor change it. Every property is read
// through its prototype, because a form's fields can hide the form's own (<input name="getAttribute">).
(() => {
  const MOST_TEXT = 900000, MOST_TAGS = 6500, MOST_DEPTH = 400;
  const HANDLE = "data-guard-handle";
  const attribute = (el, name) => Element.prototype.getAttribute.call(el, name);
  const has = (el, name) => Element.prototype.hasAttribute.call(el, name);
  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return (one) => get.call(one);
  };
  const childNodes = getter(Node, "childNodes"), nodeType = getter(Node, "nodeType"), data = getter(CharacterData, "data");
  const localName = getter(Element, "localName"), shadowRoot = getter(Element, "shadowRoot");
  const contentDocument = getter(HTMLIFrameElement, "contentDocument");
  const inputChecked = getter(HTMLInputElement, "checked"), inputValue = getter(HTMLInputElement, "value");
  const areaValue = getter(HTMLTextAreaElement, "value"), selected = getter(HTMLOptionElement, "selected");
  const elements = getter(HTMLFormElement, "elements");
  const formOf = { input: getter(HTMLInputElement, "form"), button: getter(HTMLButtonElement, "form") };

  const KEPT = ["id", "name", "type", "href", "action", "method", "formaction", "formmethod", "for", "form", "disabled",
    "required", "aria-label", "aria-required", "placeholder", "title", "alt", "tabindex", "data-sitekey", "src", "lang",
    "http-equiv", "content"];
  const SKIPPED = new Set(["script", "noscript", "style", "template", "link", "object", "embed", "head"]);
  const VOID = new Set(["area", "base", "br", "col", "hr", "img", "input", "meta", "source", "track", "wbr"]);
  const CONTROLS = new Set(["input", "select", "textarea", "button", "option"]);
  const CAPTCHA = /captcha|turnstile/i;
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  let handles = [];

  function shown(el) {
    // 0: seen; 1: there, but moved or faded away; 2: not there for a person.
    if (!Element.prototype.checkVisibility.call(el, { visibilityProperty: true, contentVisibilityAuto: true }))
      return localName(el) === "option" ? 0 : 2;
    const faded = !Element.prototype.checkVisibility.call(el, { opacityProperty: true });
    if (faded) return CONTROLS.has(localName(el)) ? 1 : 2;
    if (!CONTROLS.has(localName(el))) return 0;
    const box = Element.prototype.getBoundingClientRect.call(el);
    const away = box.right + scrollX < 0 || box.bottom + scrollY < 0 || box.width * box.height < 1;
    return away && localName(el) !== "option" ? 1 : 0;
  }

  function scripted(el, name) {
    // What only a script makes work: it has no address to go to and no form to send.
    if (name === "a") return /^\s*(#|javascript:|$)/i.test(attribute(el, "href") ?? "");
    if (name === "input") return (attribute(el, "type") ?? "").toLowerCase() === "button";
    if (name === "button")
      return formOf.button(el) === null || (attribute(el, "type") ?? "").toLowerCase() === "button";
    return (attribute(el, "role") ?? "").toLowerCase() === "button";
  }

  function opened(el, name, state) {
    let tag = name;
    const extra = [];
    const type = (attribute(el, "type") ?? "").toLowerCase();
    const submits = (name === "button" && formOf.button(el) !== null && type !== "button" && type !== "reset")
      || (name === "input" && (type === "submit" || type === "image"));
    const trigger = scripted(el, name);
    if ((trigger || submits || name === "form") && handles.length < 1000) {
      handles.push(el);
      extra.push([HANDLE, String(handles.length - 1)]);
    }
    if (trigger) {
      tag = "button";
      extra.push(["type", "button"]);
      if (name === "input") extra.push(["value", inputValue(el)]);
    } else if (name === "input") {
      if (type === "checkbox" || type === "radio") {
        if (inputChecked(el)) extra.push(["checked", ""]);
        if (has(el, "value")) extra.push(["value", attribute(el, "value")]);
      } else if (type !== "file") extra.push(["value", inputValue(el)]);
    } else if (name === "button") {
      if (has(el, "value")) extra.push(["value", attribute(el, "value")]);
    } else if (name === "option") {
      if (has(el, "value")) extra.push(["value", attribute(el, "value")]);
      if (selected(el)) extra.push(["selected", ""]);
    }
    const said = extra.map(([key, value]) => ` ${key}="${escaped(value)}"`);
    for (const key of KEPT)
      if (has(el, key) && !extra.some(([one]) => one === key) && !(trigger && key === "href"))
        said.push(` ${key}="${escaped(attribute(el, key).slice(0, 8000))}"`);
    const marks = attribute(el, "class") ?? "";
    if (CAPTCHA.test(marks)) said.push(` class="${escaped(marks.slice(0, 300))}"`);
    if (state === 2) said.push(" hidden");
    if (state === 1) said.push(' style="opacity: 0"');
    return [tag, `<${tag}${said.join("")}>`];
  }

  function read() {
    handles = [];
    const out = [];
    let size = 0, tags = 0, cut = false;
    const say = (text) => { size += text.length; if (size < MOST_TEXT) out.push(text); else cut = true; };
    const within = (root, depth) => { for (const child of childNodes(root)) { if (cut) return; node(child, depth); } };
    function node(one, depth) {
      if (nodeType(one) === 3) return say(escaped(data(one)));
      if (nodeType(one) !== 1) return;
      const name = localName(one);
      if (SKIPPED.has(name) || !/^[a-z][a-z0-9-]{0,40}$/.test(name)) return;
      if (++tags > MOST_TAGS || depth > MOST_DEPTH) { cut = true; return; }
      const state = name === "body" || name === "html" ? 0 : shown(one);
      const [tag, open] = opened(one, name, state);
      say(open);
      if (VOID.has(tag)) return;
      if (name === "textarea") say("\n" + escaped(areaValue(one)));
      else if (name !== "input") {
        const root = shadowRoot(one);
        if (root && state !== 2) within(root, depth + 1);
        if (name !== "iframe") within(one, depth + 1);
      } else say(escaped(inputValue(one)));
      say(`</${tag}>`);
      if (name === "iframe" && state !== 2) {
        const inner = contentDocument(one);
        if (inner && inner.body) { say("<div>"); within(inner.body, depth + 1); say("</div>"); }
      }
    }
    const title = escaped(document.title.slice(0, 500));
    const refresh = document.querySelector("meta[http-equiv=refresh i]");
    const base = document.querySelector("base[href]");
    say(`<!doctype html><html><head><title>${title}</title>`);
    if (base) say(`<base href="${escaped(base.href)}">`);
    if (refresh) say(`<meta http-equiv="refresh" content="${escaped(attribute(refresh, "content") ?? "")}">`);
    say("</head>");
    if (document.body) node(document.body, 0);
    const visit = performance.getEntriesByType("navigation")[0];
    return {
      html: out.join("") + "</html>", cut, url: location.href,
      status: visit ? visit.responseStatus : 0, ready: document.readyState,
    };
  }

  function told(el, kinds) {
    for (const kind of kinds) el.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
  }

  function tick(el, wanted) {
    // A click, so that the page's own scripts hear of it as they would from a person.
    if (inputChecked(el) !== wanted && !el.disabled) HTMLElement.prototype.click.call(el);
    return inputChecked(el) === wanted;
  }

  function write(el, value) {
    const type = el instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(type.prototype, "value").set.call(el, value);
    told(el, ["input", "change"]);
  }

  function fill(form, pairs) {
    const left = pairs.map(([name, value]) => `${name}\n${value}`);
    const take = (name, value) => {
      const at = left.indexOf(`${name}\n${value}`);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    };
    for (const el of [...elements(form)]) {
      const name = attribute(el, "name") ?? "", kind = localName(el);
      if (!name || has(el, "disabled")) continue;
      const type = kind === "input" ? (attribute(el, "type") ?? "text").toLowerCase() : kind;
      if (type === "checkbox" || type === "radio") {
        const wanted = take(name, attribute(el, "value") ?? "on");
        // A radio button is let go of by choosing another one.
        if ((wanted || type === "checkbox") && !tick(el, wanted)) return `a box could not be set`;
      } else if (type === "select") {
        const next = pairs.find(([one]) => one === name);
        if (next && el.value !== next[1]) { el.value = next[1]; told(el, ["input", "change"]); }
      } else if (["text", "email", "search", "tel", "url", "textarea"].includes(type)) {
        const next = pairs.find(([one]) => one === name);
        if (next && (type === "textarea" ? areaValue(el) : inputValue(el)).replace(/\r?\n/g, "\r\n") !== next[1])
          write(el, next[1]);
      }
    }
    return "";
  }

  function press(number, pairs) {
    const el = handles[number];
    if (!el || !el.isConnected) return "what was to be pressed is gone";
    const name = localName(el);
    const form = name === "form" ? el : name in formOf ? formOf[name](el) : el.closest("form");
    const why = form ? fill(form, pairs) : "";
    if (why) return why;
    if (name === "form") HTMLFormElement.prototype.requestSubmit.call(el);
    else HTMLElement.prototype.click.call(el);
    return "";
  }

  globalThis.guardReads = read;
  globalThis.guardPresses = press;
})();
