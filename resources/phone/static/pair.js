// Letting a phone in: the code stands behind the # of the address, which no browser sends anywhere by itself.
"use strict";

const form = document.getElementById("pair");
const code = location.hash.slice(1);

const show = (id) => {
  for (const part of ["pair", "waiting", "refused", "no-code"]) {
    document.getElementById(part).hidden = part !== id;
  }
};

async function ask(event) {
  event.preventDefault();
  history.replaceState(null, "", "/pair"); // the code works once: it need not stay in the history
  form.elements.code.value = code;
  const answer = await fetch("/pair", { method: "POST", body: new FormData(form) });
  if (!answer.ok) {
    show("refused");
    return;
  }
  document.getElementById("number").textContent = (await answer.json()).number;
  show("waiting");
  setTimeout(hear, 1000);
}

async function hear() {
  let decided = "waiting";
  try {
    const answer = await fetch("/pair/asked", { method: "POST" });
    if (answer.ok) {
      decided = (await answer.json()).decided;
    }
  } catch {
    // the network was away for a moment, or the screen was locked: ask again
  }
  if (decided === "yes") {
    location.replace("/");
  } else if (decided === "no") {
    show("refused");
  } else {
    setTimeout(hear, 1500);
  }
}

if (code) {
  form.addEventListener("submit", ask);
} else {
  show("no-code");
}
