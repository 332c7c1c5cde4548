const h = P.host;
await shot('host', 'h-defl-after');
await h.keyboard.press('Space');
await sleep(500);
await h.keyboard.press('Space');
await sleep(700);
await shot('host', 'h-q2');
await shot('h2', 'h2-q2');
await wall('short');
await shot('ph1', 'p-short', true);
await h.getByTestId('deflect').click();
await sleep(500);
await shot('host', 'h-defl2');
await h.keyboard.press('u');
await sleep(700);
await shot('host', 'h-undone');
await h.getByTestId('answered').click();
await sleep(600);
await shot('host', 'h-answered');
await shot('d', 'd-answered');
await mont(
  ['h-defl', 'h-defl-after', 'h2-q2', 'h-defl2', 'h-undone', 'h-answered'],
  'M1',
  700,
  2120,
);
await mont(['p-defl', 'p2-defl', 'p-short'], 'M2', 1100, 2200);
await mont(['d-ans', 'd-answered'], 'M3', 600, 2200);
