// <reading-place>: marks the entry of the contents whose part is being read.
class ReadingPlace extends HTMLElement {
  connectedCallback() {
    const entries = [...this.querySelectorAll('a[href^="#"]')];
    this.links = new Map(entries.map((link) => [document.getElementById(link.hash.slice(1)), link]));
    this.links.delete(null);
    this.observer = new IntersectionObserver(() => this.mark(), { rootMargin: "0px 0px -70% 0px" });
    for (const heading of this.links.keys()) this.observer.observe(heading);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }

  mark() {
    const passed = [...this.links.keys()].filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.3);
    for (const link of this.links.values()) link.removeAttribute("aria-current");
    this.links.get(passed.at(-1))?.setAttribute("aria-current", "true");
  }
}

customElements.define("reading-place", ReadingPlace);
