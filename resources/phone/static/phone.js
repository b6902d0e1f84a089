// What pages alone cannot do: show the camera, make pictures small before they travel, change a part of a page.
"use strict";

const LONGEST = 1600; // pixels: as large as the shop keeps a photo; a search needs fewer
const AGAIN = 600; // milliseconds within which a second press is the same one
const words = document.getElementById("words").dataset;
const news = document.getElementById("news");

function tell(text) {
  news.textContent = text;
  news.classList.toggle("hidden", !text);
}

// A picture no larger than the shop keeps it, upright; as it is where this browser cannot read it.
async function shrunk(file, longest) {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    return scale < 1 || file.size > 2e6 ? await drawn(picture, picture.width * scale, picture.height * scale) : file;
  } catch {
    return file;
  }
}

async function drawn(source, width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width);
  canvas.height = Math.round(height);
  canvas.getContext("2d", { alpha: false }).drawImage(source, 0, 0, canvas.width, canvas.height);
  const data = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88));
  return new File([data], "picture.jpg", { type: "image/jpeg" });
}

// Put pictures in place of what a form's fields for files hold.
function put(form, field, files) {
  const carrier = new DataTransfer();
  files.forEach((file) => carrier.items.add(file));
  for (const other of form.querySelectorAll("input[type=file]")) {
    other.files = other === field ? carrier.files : new DataTransfer().files;
  }
}

// Send a form and show its answer: the whole page, or the part of it that the form names. Presses that are
// quicker than the computer wait for one another: each answer shows what was done last.
let sent = Promise.resolve();
function send(form, button) {
  if (!form.dataset.part) {
    form.submit();
    return sent;
  }
  form.classList.add("working");
  tell(words.working);
  const said = new FormData(form, button);
  if ("each" in form.dataset) {
    renew(form);
  }
  sent = sent.then(() => sendPart(form, said));
  return sent;
}

async function sendPart(form, said) {
  const part = form.dataset.part;
  let isHeard = false;
  try {
    const answer = await fetch(form.action, { method: "POST", body: said });
    isHeard = answer.ok;
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(part);
    if (!fresh || answer.status === 403) {
      location.reload(); // this phone was put out, another shop is open, or the page is another one now
      return;
    }
    const old = document.querySelector(part);
    if (answer.ok) {
      old.replaceWith(fresh);
    } else { // why not; what was there stays
      old.querySelector(".event")?.remove();
      old.prepend(fresh.querySelector(".event"));
    }
    tell("");
    say(document.querySelector(`${part} .event`)?.innerText ?? "");
    if (answer.ok && "clear" in form.dataset) {
      form.reset();
    }
  } catch {
    tell(words.noNetwork);
  } finally {
    form.classList.remove("working");
    if (!isHeard) { // or nobody knows whether it was: sent again it is the same one
      form.elements.once.value = said.get("once");
      delete form.dataset.sent;
    } else if (!("each" in form.dataset)) {
      setTimeout(renew, AGAIN, form);
    }
  }
}

// A form carries an id, by which it is heard once. A press later than a moment is meant anew, and where each
// press counts, every one is.
function renew(form) {
  const run = form.elements.once.value.split(".")[0];
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join("");
  form.elements.once.value = `${run}.${id}`;
}

// Whether a form was sent with the same content a moment ago: a button was pressed twice.
function isAgain(form, button) {
  const said = new URLSearchParams(new FormData(form, button)).toString();
  const was = form.dataset.sent;
  form.dataset.sent = said;
  return said === was;
}

// For those who hear the page: what was said is read aloud once, without being shown twice.
function say(text) {
  const spoken = document.createElement("span");
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);
  setTimeout(() => (spoken.textContent = text), 50);
  setTimeout(() => spoken.remove(), 5000);
}

function camera(form) {
  const live = form.querySelector(".live");
  const video = live.querySelector("video");
  const open = form.querySelector("[data-live]");
  const shutter = live.querySelector("[data-shutter]");
  const [first] = form.querySelectorAll("input[type=file]");
  const longest = Number(form.dataset.longest) || LONGEST;
  let stream = null;

  async function sendPictures(field, files) {
    form.classList.add("working");
    tell(words.working);
    put(form, field, await Promise.all(files.map((file) => shrunk(file, longest))));
    await send(form);
    if (form.dataset.part) {
      put(form, null, []);
    }
  }

  function close() {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    live.hidden = true;
    form.querySelector(".ways").hidden = false;
  }

  async function show() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
      video.srcObject = stream;
      shutter.disabled = true; // until there is a picture: a press before would come to nothing
      live.hidden = false;
      form.querySelector(".ways").hidden = true;
      await video.play();
      shutter.disabled = false;
      shutter.focus();
    } catch {
      close();
      tell(words.noCamera);
    }
  }

  async function shoot() {
    if (!form.classList.contains("working") && video.videoWidth) {
      const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight));
      const picture = await drawn(video, video.videoWidth * scale, video.videoHeight * scale);
      await sendPictures(first, [picture]);
    }
  }

  for (const field of form.querySelectorAll("input[type=file]")) {
    field.addEventListener("change", () => field.files.length && sendPictures(field, [...field.files]));
  }
  open.hidden = !navigator.mediaDevices;
  open.addEventListener("click", show);
  shutter.addEventListener("click", shoot);
  live.querySelector("[data-live-end]").addEventListener("click", close);
  addEventListener("pagehide", close);
}

function previewed(field) {
  const place = document.getElementById(field.dataset.preview);
  field.addEventListener("change", async () => {
    put(field.form, field, await Promise.all([...field.files].map((file) => shrunk(file, LONGEST))));
    place.replaceChildren(
      ...[...field.files].map((file) => {
        const shown = new Image();
        shown.src = URL.createObjectURL(file);
        shown.alt = file.name;
        return shown;
      }),
    );
  });
}

async function propose(form) {
  const { title } = await (await fetch(form.dataset.title)).json();
  if (title && !form.elements.title.value) {
    form.elements.title.value = title;
  }
}

document.querySelectorAll("[data-camera]").forEach(camera);
document.querySelectorAll("[data-preview]").forEach(previewed);
document.querySelectorAll("[data-title]").forEach((form) => propose(form).catch(() => {}));
document.querySelectorAll("[data-remember]").forEach((box) => {
  box.checked = localStorage.getItem(box.dataset.remember) === "yes";
  box.addEventListener("change", () => localStorage.setItem(box.dataset.remember, box.checked ? "yes" : ""));
});
document.addEventListener("submit", (event) => {
  if (event.target.dataset.part) { // of a whole page that is sent twice, the computer hears one
    event.preventDefault();
    if (!isAgain(event.target, event.submitter)) {
      send(event.target, event.submitter);
    }
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) { // come back to by the browser: nothing is under way any more
    tell("");
    document.querySelectorAll(".working").forEach((form) => form.classList.remove("working"));
  }
});
