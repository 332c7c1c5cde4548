/** A list on paper that is as long as it has to be: pages break between rows, and the head comes again. */
export const TABLE_STYLE = `
  @page { margin: 14mm 15mm; }
  main { max-width: 180mm; margin: 0 auto; }
  h1 { font-size: 20pt; font-weight: 800; line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
  .theme { margin-top: 1mm; font-size: 13pt; font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
  table { width: 100%; border-collapse: collapse; table-layout: fixed; border-bottom: 0.5mm solid #000; }
  th { padding: 1.4mm 2mm 1.4mm 0; border-block: 0.5mm solid #000; font-size: 10pt; text-align: left; }
  td { padding: 1.5mm 2mm 1.5mm 0; vertical-align: top; overflow-wrap: anywhere; }
  tbody { border-bottom: 0.15mm solid #000; break-inside: avoid; }
  @media screen { main { padding: 14mm 4mm; } }
`;
