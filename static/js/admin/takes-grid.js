// <takes-grid>: keeps the table of takes in step with the films and themes chosen in the lists above it.
// A cell is one element, [data-theme][data-film], that is moved and never made anew, so what is typed in it stays:
// in the table, among the takes without a place (it holds text), or in the attic (it is empty).

class TakesGrid extends HTMLElement {
  connectedCallback() {
    this.table = this.querySelector(".takes-table");
    this.orphans = this.querySelector(".takes-orphans");
    this.attic = this.querySelector(".takes-attic");
    this.follow();
  }

  follow() {
    const arrange = () => this.arrange();
    const soon = () => queueMicrotask(arrange);
    // select2 tells of a choice through jQuery only
    window.django?.jQuery(document).on("change", `[name^="${this.dataset.films}-"], [name^="${this.dataset.themes}-"]`, soon);
    document.addEventListener("formset:removed", soon);
    for (const list of [this.dataset.films, this.dataset.themes]) {
      const rows = document.querySelector(`#${list}-group tbody`);
      if (rows) new MutationObserver(soon).observe(rows, { childList: true });
    }
    this.arrange();
  }

  arrange() {
    const films = names(this.dataset.films, "film");
    const themes = names(this.dataset.themes, "theme");
    const layout = JSON.stringify([films, themes]);
    if (layout === this.layout) return;
    this.layout = layout;
    const cells = this.cells();
    const head = this.headRow(films);
    const body = themes.map((theme) => this.row(theme, films, cells));
    this.table.tHead.replaceChildren(head);
    this.table.tBodies[0].replaceChildren(...body);
    this.putAway(cells);
    const empty = !films.length || !themes.length;
    this.table.hidden = empty;
    this.querySelector(".takes-none").hidden = !empty;
  }

  cells() {
    const takes = this.querySelectorAll(".take[data-theme]");
    return new Map([...takes].map((take) => [`${take.dataset.theme}-${take.dataset.film}`, take]));
  }

  headRow(films) {
    const row = document.createElement("tr");
    const corner = document.createElement("td");
    corner.className = "takes-corner";
    row.append(corner, ...films.map((film) => heading("col", film)));
    return row;
  }

  row(theme, films, cells) {
    const row = document.createElement("tr");
    row.dataset.id = theme.id;
    row.append(heading("row", theme), ...films.map((film) => this.place(theme, film, cells)));
    return row;
  }

  place(theme, film, cells) {
    const key = `${theme.id}-${film.id}`;
    const take = cells.get(key) ?? this.newTake(theme, film);
    cells.delete(key);
    take.querySelector("[name$='-gone']").checked = false;
    const cell = document.createElement("td");
    cell.append(take);
    return cell;
  }

  newTake(theme, film) {
    const take = this.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of [take, ...take.querySelectorAll("*")]) {
      for (const attribute of element.attributes) {
        attribute.value = attribute.value.replace("__theme__", theme.id).replace("__film__", film.id);
      }
    }
    take.querySelector(".take-name").textContent = `${theme.name} · ${film.name.replace(/ \(\d{4}\)$/, "")}`;
    return take;
  }

  putAway(cells) {
    const list = this.orphans.querySelector("ul");
    const kept = [...cells.values()].filter(holdsText);
    this.attic.replaceChildren(...[...cells.values()].filter((take) => !holdsText(take)));
    list.replaceChildren(...kept.map((take) => {
      const item = document.createElement("li");
      item.append(take);
      return item;
    }));
    this.orphans.hidden = !kept.length;
  }
}

function heading(scope, thing) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.dataset.id = thing.id;
  cell.textContent = thing.name;
  return cell;
}

function holdsText(take) {
  return [...take.querySelectorAll("textarea, [name$='-timecode']")].some((field) => field.value.trim());
}

// What an ordered list holds now: [{id, name}], in its order, rows marked for removal left out.
function names(list, field) {
  const rows = [...document.querySelectorAll(`#${list}-group tr.form-row:not(.empty-form)`)];
  const chosen = rows.flatMap((row, index) => {
    const select = row.querySelector(`select[name$="-${field}"]`);
    const option = select?.selectedOptions[0];
    if (!option?.value || row.querySelector("[name$='-DELETE']:checked")) return [];
    const position = Number(row.querySelector("[name$='-position']")?.value) || Infinity;
    return [{ id: option.value, name: option.textContent.trim(), position, index }];
  });
  chosen.sort((a, b) => (a.position === b.position ? a.index - b.index : a.position - b.position));
  const seen = new Set();
  return chosen
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map(({ id, name }) => ({ id, name }));
}

customElements.define("takes-grid", TakesGrid);
