// Keyboard shortcuts and charts. Everything works without this file but these two.
"use strict";

(() => {
    const SWITCH = "footnote-shortcuts";
    const on = () => localStorage.getItem(SWITCH) !== "off";

    const box = document.getElementById("shortcuts");
    if (box) {
        box.checked = on();
        box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
    }

    const typing = element => element && element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

    document.addEventListener("keydown", event => {
        if (event.key === "Escape" && typing(document.activeElement)) {
            document.activeElement.blur();
            return;
        }
        if (!on() || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const verdict = document.querySelector(`input[data-key="${CSS.escape(event.key)}"]`);
        const button = document.querySelector(`button[data-shortcut="${CSS.escape(event.key)}"]:not(:disabled)`);
        const note = event.key === "n" ? document.querySelector("textarea[name=note]") : null;
        const target = verdict || note || button;
        if (!target) {
            return;
        }
        event.preventDefault();
        target.focus();
        if (target === verdict) {
            verdict.checked = true;
        } else if (target === button) {
            button.click();
        }
    });

    // A chart shows the table that stands beside it, so that both have the same numbers.
    // A custom property is only text: an element that wears it tells the colour that light or dark makes of it.
    const probe = document.body.appendChild(document.createElement("span"));
    const colour = name => {
        probe.style.color = `var(${name})`;
        return getComputedStyle(probe).color;
    };
    if (document.querySelector("canvas[data-table]")) {
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
    }
    document.querySelectorAll("canvas[data-table]").forEach(canvas => {
        const table = document.getElementById(canvas.dataset.table);
        const rows = [...table.tBodies[0].rows];
        const names = [...table.tHead.rows[0].cells].slice(1);
        const columns = names.map((name, index) => rows.map(row => {
            const text = row.cells[index + 1].textContent.trim();
            return text === "–" ? null : Number(text);
        }));
        const stacked = Boolean(canvas.dataset.stacked);
        const along = canvas.dataset.axis || "x";
        // counts have no halves between them
        const ticks = columns.flat().every(value => Number.isInteger(value)) ? { precision: 0 } : {};
        const palette = ["--accent", "--second", "--third", "--fourth"].map(colour);
        Chart.defaults.color = colour("--ink");
        Chart.defaults.borderColor = colour("--line");
        Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
        new Chart(canvas, {
            type: canvas.dataset.kind,
            data: {
                labels: rows.map(row => row.cells[0].textContent.trim()),
                datasets: names.map((name, index) => ({
                    label: name.textContent.trim(),
                    data: columns[index],
                    backgroundColor: palette[index % palette.length],
                    borderColor: palette[index % palette.length],
                    maxBarThickness: 48,
                    tension: 0.2,
                    spanGaps: false
                }))
            },
            options: {
                animation: false,
                responsive: true,
                maintainAspectRatio: false,
                indexAxis: along,
                plugins: { legend: { display: names.length > 1 } },
                scales: along === "x"
                    ? { x: { stacked }, y: { stacked, beginAtZero: true, ticks } }
                    : { x: { stacked, beginAtZero: true, ticks }, y: { stacked } },
                onClick: (event, hit) => {
                    const link = hit.length && rows[hit[0].index].querySelector("a");
                    if (link) {
                        location.assign(link.href);
                    }
                }
            }
        });
    });
})();
