/* Makes tables of a report sortable and its servers searchable. The page is complete without it. */
(function () {
  "use strict";

  var PAGE = 100;
  /* From here on, columns have fixed widths, so that a browser need not measure every cell. */
  var MANY = 200;
  /* What the reader chose, by section: it outlives a section that is replaced while an execution runs. */
  var choices = {};

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function make(tag, text, attributes) {
    var element = document.createElement(tag);
    element.textContent = text;
    Object.keys(attributes || {}).forEach(function (name) {
      element.setAttribute(name, attributes[name]);
    });
    return element;
  }

  function choice(section) {
    var name = section.getAttribute("aria-labelledby");
    choices[name] = choices[name] || { text: "", status: "", column: -1, down: false, whole: false };
    return choices[name];
  }

  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.toLowerCase() : Number(cell.dataset.sort);
  }

  function compare(one, other) {
    return typeof one === "number" ? one - other : one.localeCompare(other, "en", { numeric: true });
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row, index) {
      return { row: row, key: key(row, column), index: index };
    });
    rows.sort(function (one, other) {
      return (down ? -1 : 1) * compare(one.key, other.key) || one.index - other.index;
    });
    rows.forEach(function (it) {
      body.appendChild(it.row);
    });
    all(table, "thead th").forEach(function (heading, index) {
      if (index === column) {
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
      } else {
        heading.removeAttribute("aria-sort");
      }
    });
  }

  function makeSortable(table, chosen, changed) {
    var headings = all(table, "thead th");
    headings.slice(0, headings.length - 1).forEach(function (heading, column) {
      var button = make("button", heading.textContent, { type: "button", class: "sort" });
      heading.textContent = "";
      heading.appendChild(button);
      button.addEventListener("click", function () {
        chosen.down = chosen.column === column && !chosen.down;
        chosen.column = column;
        sort(table, column, chosen.down);
        changed();
      });
    });
  }

  /* Puts the rows of all tables of a section into its first. */
  function merge(section) {
    var tables = all(section, "table.sortable");
    tables.slice(1).forEach(function (table) {
      Array.prototype.slice.call(table.tBodies[0].rows).forEach(function (row) {
        tables[0].tBodies[0].appendChild(row);
      });
    });
    all(section, "details").forEach(function (details) {
      if (details.querySelector("table.sortable") === tables[0]) {
        details.replaceWith(tables[0].parentNode);
      } else if (details.querySelector("table.sortable")) {
        details.remove();
      }
    });
    tables[0].classList.toggle("many", tables[0].tBodies[0].rows.length > MANY);
    tables[0].caption.textContent = "Servers, failed ones first";
    tables[0].parentNode.setAttribute("aria-label", tables[0].caption.textContent);
    return tables[0];
  }

  function statuses(table) {
    var found = {};
    Array.prototype.slice.call(table.tBodies[0].rows).forEach(function (row) {
      found[wordOf(row)] = (found[wordOf(row)] || 0) + 1;
    });
    return found;
  }

  function wordOf(row) {
    return row.querySelector(".badge").textContent;
  }

  /* What is searched in a row: all that it says, but for the numbers of events. */
  function textOf(row) {
    if (row.drsText === undefined) {
      var proof = row.querySelector(".proof");
      var whole = row.textContent.toLowerCase();
      row.drsText = proof ? whole.replace(proof.textContent.toLowerCase(), "") : whole;
    }
    return row.drsText;
  }

  function search(chosen) {
    var label = make("label", "Find ", {});
    var field = make("input", "", { type: "search", size: "28", placeholder: "name, id, wave, IP, error", name: "find" });
    field.value = chosen.text;
    label.appendChild(field);
    return label;
  }

  function select(table, chosen) {
    var label = make("label", "Status ", {});
    var list = make("select", "", { name: "status" });
    list.appendChild(make("option", "all", { value: "" }));
    var found = statuses(table);
    Object.keys(found).forEach(function (word) {
      list.appendChild(make("option", word + " (" + found[word] + ")", { value: word }));
    });
    list.value = chosen.status in found ? chosen.status : "";
    label.appendChild(list);
    return label;
  }

  function enhance(section) {
    if (section.drsSource !== undefined || !section.querySelector("table.sortable")) {
      return;
    }
    /* A page that follows an execution compares it with what it is to show next. */
    section.drsSource = document.getElementById("drs-live") || section.querySelectorAll("tr").length < MANY ? section.outerHTML : "";
    var chosen = choice(section);
    var table = merge(section);
    var tools = make("div", "", { class: "tools", role: "search", "aria-label": "Find servers" });
    var find = search(chosen);
    var status = select(table, chosen);
    var told = make("span", "", { role: "status", class: "quiet" });
    var more = make("button", "", { type: "button", class: "more" });
    tools.appendChild(find);
    tools.appendChild(status);
    tools.appendChild(told);
    table.parentNode.before(tools);
    table.parentNode.after(more);

    function show() {
      var rows = Array.prototype.slice.call(table.tBodies[0].rows);
      var words = chosen.text.toLowerCase().split(/\s+/);
      var matches = 0;
      rows.forEach(function (row) {
        var text = textOf(row);
        var matching =
          (chosen.status === "" || wordOf(row) === chosen.status) &&
          words.every(function (word) {
            return text.indexOf(word) >= 0;
          });
        matches += matching ? 1 : 0;
        row.hidden = !matching;
        row.classList.toggle("beyond", matching && !chosen.whole && matches > PAGE);
      });
      var hidden = chosen.whole ? 0 : Math.max(0, matches - PAGE);
      told.textContent = matches + " of " + rows.length + " servers" + (hidden ? ", the first " + PAGE + " shown" : "");
      more.textContent = "Show all " + matches;
      more.hidden = hidden === 0;
    }

    makeSortable(table, chosen, show);
    if (chosen.column >= 0) {
      sort(table, chosen.column, chosen.down);
    }
    find.querySelector("input").addEventListener("input", function (event) {
      chosen.text = event.target.value.trim();
      show();
    });
    status.querySelector("select").addEventListener("change", function (event) {
      chosen.status = event.target.value;
      show();
    });
    more.addEventListener("click", function () {
      chosen.whole = true;
      show();
    });
    show();
  }

  function enhanceAll() {
    all(document, ".drs-report section.servers").forEach(enhance);
  }

  function begin() {
    enhanceAll();
    new MutationObserver(enhanceAll).observe(document.body, { childList: true, subtree: true });
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", begin);
  } else {
    begin();
  }
})();
