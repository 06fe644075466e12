// <scheme-switch>: a button between day and night. The choice stays in this browser; choosing what the system prefers
// forgets it again. Without JavaScript the element is empty and the system decides.
const SUN = "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4.200 4.200l2.100 2.100M17.700 17.700l2.100 2.100M4.200 19.800l2.100-2.100M17.700 6.300l2.100-2.100";
const MOON = "M20.500 14.500A8.700 8.700 0 0 1 9.500 3.500a8.700 8.700 0 1 0 11 11z";
const night = matchMedia("(prefers-color-scheme: dark)");

function shown() {
  return document.documentElement.dataset.scheme || (night.matches ? "dark" : "light");
}

function choose(scheme) {
  const preferred = night.matches ? "dark" : "light";
  if (scheme === preferred) delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  try {
    if (scheme === preferred) localStorage.removeItem("scheme");
    else localStorage.setItem("scheme", scheme);
  } catch {
    // Nothing is kept; the page in hand still changes.
  }
}

function icon() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const looks = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", "stroke-width": "1.7", "stroke-linecap": "round", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(looks)) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

class SchemeSwitch extends HTMLElement {
  connectedCallback() {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.append(icon());
    this.button.addEventListener("click", () => {
      choose(shown() === "dark" ? "light" : "dark");
      this.show();
    });
    night.addEventListener("change", () => this.show());
    this.replaceChildren(this.button);
    this.show();
  }

  show() {
    const dark = shown() === "dark";
    const words = dark ? "Switch to light" : "Switch to dark";
    this.button.setAttribute("aria-label", words);
    this.button.title = words;
    this.button.querySelector("path").setAttribute("d", dark ? SUN : MOON);
  }
}

customElements.define("scheme-switch", SchemeSwitch);
