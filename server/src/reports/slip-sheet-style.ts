/** Sizes are those of the paper, so that a plain office printer at 100 % gives what is meant. */
export const SHEET_STYLE = `
  @page { size: A4 portrait; margin: 0; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { background: #fff; color: #000; line-break: strict;
    font: 3.2mm/1.45 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', system-ui, sans-serif; }
  .sheet { width: 210mm; height: 296mm; overflow: hidden; break-after: page; break-inside: avoid; }
  .sheet:last-child { break-after: auto; }
  .slip { position: relative; display: grid; grid-template-columns: 1fr 62mm; height: 74mm; }
  /* Where to cut: a fine line, and marks at both edges that a guillotine is set by. */
  .slip:not(:last-child)::after { content: ''; position: absolute; inset: auto 0 0; height: 0.8mm;
    background: linear-gradient(90deg, #000 12mm, transparent 12mm calc(100% - 12mm), #000 calc(100% - 12mm)) bottom / 100% 0.3mm no-repeat,
      repeating-linear-gradient(90deg, #999 0 1mm, transparent 1mm 3mm) bottom / 100% 0.15mm no-repeat; }
  .paper { display: grid; grid-template-rows: auto 1fr auto; gap: 2mm; padding: 6mm 6mm 6mm 10mm; min-width: 0; }
  header { display: grid; grid-template-columns: minmax(0, 1fr) auto 17mm; gap: 3mm; align-items: start; }
  h2 { font-size: 4mm; line-height: 1.3; max-height: 2.6em; overflow: hidden; }
  header p { margin-top: 0.8mm; font-size: 2.9mm; line-height: 1.4; }
  .serial { font-size: 8.4mm; font-weight: 800; line-height: 1; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .qr { display: block; width: 17mm; height: 17mm; }
  .lines { display: grid; grid-auto-rows: 1fr; }
  .lines i { border-bottom: 0.2mm solid #777; }
  .name { display: flex; align-items: end; gap: 2mm; font-size: 2.9mm; white-space: nowrap; }
  .name i { flex: 0 1 52mm; height: 6mm; border-bottom: 0.2mm solid #777; }
  .stub { display: grid; grid-template-rows: auto auto auto 1fr; gap: 2mm; padding: 6mm 9mm 6mm 5mm; min-width: 0;
    border-left: 0.35mm dashed #000; font-size: 2.9mm; }
  h3 { font-size: 3.6mm; line-height: 1.2; }
  .forum { line-height: 1.35; max-height: 2.7em; overflow: hidden; }
  .codes { display: grid; grid-template-columns: 24mm 1fr; gap: 2mm; align-items: center; }
  .codes .qr { width: 24mm; height: 24mm; margin-left: -1.4mm; }
  dt { font-size: 2.7mm; }
  .code { font-size: 4.6mm; font-weight: 800; white-space: nowrap; letter-spacing: 0.02em; }
  .number { margin-top: 1.5mm; font-size: 4mm; white-space: nowrap; font-variant-numeric: tabular-nums; }
  .alone { width: 62mm; height: 74mm; }
  .alone .stub { height: 100%; border: 0.35mm dashed #000; }
  .screen { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px;
    padding: 12px 24px; background: #14181f; color: #faf7f2; font-size: 16px; line-height: 1.4; }
  .screen h1 { font-size: 18px; }
  .screen button { min-height: 48px; padding: 0 28px; border: 0; border-radius: 10px; background: #b8232a; color: #fff;
    font: inherit; font-weight: 650; cursor: pointer; }
  .screen :focus-visible { outline: 3px solid #faf7f2; outline-offset: 2px; }
  @media screen {
    body { background: #d9d4cb; }
    main { display: grid; justify-content: center; gap: 16px; padding: 24px; overflow-x: auto; }
    .sheet { background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
  }
  @media print { .screen { display: none; } }
`;
