/* Draws what `data-chart` says, beside the table that is always there. Colours come from the theme, patterns from here. */
"use strict";
(function () {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue("--nt-" + name).trim();
  const PATTERNS = {
    done: {},
    answered: { symbol: "rect", symbolSize: 1, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
    open: { symbol: "circle", symbolSize: 0.7, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [4, 1] },
    calm: { symbol: "line", symbolSize: 0.6, dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -Math.PI / 4 },
  };
  const COLOURS = { done: "c-done", answered: "c-answered", open: "c-open", line: "c-line", calm: "calm-edge" };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const locale = document.documentElement.lang === "en" ? "en-GB" : "vi-VN";
  const write = (value) => (value === null || value === undefined ? "–" : Number(value).toLocaleString(locale));

  function options(data, wide) {
    const ink = css("ink"), soft = css("ink-2"), grid = css("c-grid"), surface = css("surface");
    const lying = data.kind === "bars", stacked = data.kind === "stack" || lying, line = data.kind === "line";
    const words = { color: soft, fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 };
    const labels = data.rows.map((row) => row.label);
    const category = { type: "category", data: labels, inverse: lying, axisLine: { lineStyle: { color: grid } }, axisTick: { show: false }, axisLabel: lying ? { ...words, width: wide ? 176 : 108, overflow: "break", interval: 0, lineHeight: 15 } : { ...words, hideOverlap: true } };
    const value = { type: "value", minInterval: 1, splitNumber: lying && !wide ? 3 : 5, splitLine: { lineStyle: { color: grid } }, axisLabel: { ...words, formatter: write } };
    const last = data.series.length - 1;
    return {
      animation: !still, animationDuration: 150,
      aria: { enabled: true, label: { description: data.title }, decal: { show: false } },
      textStyle: words,
      grid: { left: 8, right: lying ? 44 : 8, top: 24, bottom: 4, containLabel: true },
      xAxis: lying ? value : category, yAxis: lying ? category : value,
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: line ? "line" : "shadow" }, backgroundColor: surface, borderColor: grid, textStyle: { ...words, color: ink }, valueFormatter: (number) => write(number) + (data.unit ? " " + data.unit : "") },
      series: data.series.map((series, place) => ({
        name: series.name, type: line ? "line" : "bar", stack: stacked ? "all" : undefined, barMaxWidth: 36, symbol: "circle", symbolSize: 7,
        lineStyle: { width: 2.5, type: place % 2 ? "dashed" : "solid" },
        itemStyle: { color: css(COLOURS[series.tone] || "c-line"), borderColor: surface, borderWidth: line ? 0 : 1, decal: line || !PATTERNS[series.tone] || series.tone === "done" ? undefined : { color: surface, ...PATTERNS[series.tone] } },
        data: data.rows.map((row) => row.values[place]),
        label: stacked && place === last ? { show: true, position: lying ? "right" : "top", color: ink, fontFamily: words.fontFamily, fontWeight: 500, formatter: (point) => write(data.rows[point.dataIndex].values.reduce((sum, number) => sum + (number || 0), 0)) } : { show: !stacked && !line, position: "top", color: ink, formatter: (point) => write(point.value) },
      })),
    };
  }

  function key(data) { // the legend, as words beside small samples
    const list = document.createElement("p");
    list.className = "nt-legend";
    data.series.forEach((series) => {
      const item = document.createElement("span");
      const box = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      box.setAttribute("viewBox", "0 0 18 12");
      box.setAttribute("aria-hidden", "true");
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      rect.setAttribute("width", "18"); rect.setAttribute("height", "12"); rect.setAttribute("fill", css(COLOURS[series.tone] || "c-line"));
      box.append(rect);
      const marks = { answered: "M0 12 12 0M6 12 18 0M12 12 18 6M0 6 6 0", open: "M3 3h1M8 3h1M13 3h1M5 7h1M10 7h1M15 7h1M3 10h1M8 10h1M13 10h1", calm: "M0 0 12 12M6 0 18 12M12 0 18 6" }[series.tone];
      if (marks) { const path = document.createElementNS("http://www.w3.org/2000/svg", "path"); path.setAttribute("d", marks); path.setAttribute("stroke", css("surface")); path.setAttribute("stroke-width", "1.4"); box.append(path); }
      item.append(box, series.name);
      list.append(item);
    });
    return list;
  }

  function draw(place) {
    const data = JSON.parse(place.dataset.chart);
    place.hidden = false;
    const wide = () => place.clientWidth > 420;
    const fit = () => { if (data.kind === "bars") place.style.height = Math.max(220, 40 + data.rows.length * (wide() ? 36 : 52)) + "px"; }; // names break into two or three lines
    fit();
    const chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption(options(data, wide()));
    chart.on("click", (point) => {
      const row = data.rows[point.dataIndex];
      const url = row.urls[point.seriesIndex] || row.urls[0];
      if (url) location.assign(url);
    });
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", data.title);
    if (data.series.length > 1) place.after(key(data));
    const section = place.closest(".nt-chart");
    if (section) { section.classList.add("is-drawn"); const table = section.querySelector(".nt-totable"); if (table) table.open = false; }
    let was = wide();
    new ResizeObserver(() => { chart.resize(); if (wide() !== was) { was = wide(); fit(); chart.setOption(options(data, was)); } }).observe(place);
    return () => chart.setOption(options(data, wide()), { notMerge: true });
  }

  function drawAll() {
    const again = Array.from(document.querySelectorAll("[data-chart]"), draw);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => again.forEach((redraw) => redraw()));
  }

  const own = document.currentScript.dataset;
  function load() { // the library is many times the page: it comes after it
    document.querySelectorAll(".nt-chart__ask").forEach((button) => button.remove());
    const script = document.createElement("script");
    script.src = own.library;
    script.onload = drawAll;
    document.head.append(script);
  }

  function ask() { // on a phone or a metered line the tables say it all until somebody wants the drawing
    document.querySelectorAll(".nt-chart").forEach((section) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "nt-btn nt-chart__ask";
      button.textContent = own.ask;
      button.addEventListener("click", load);
      section.querySelector(".nt-chart__head").after(button);
    });
  }

  function start() {
    if (!document.querySelector("[data-chart]")) return;
    const sparing = navigator.connection && navigator.connection.saveData;
    if (sparing || window.matchMedia("(max-width: 767px)").matches) ask(); else load();
  }
  if (document.readyState === "complete") start(); else window.addEventListener("load", start);
})();
