/** Seeds that once broke a rule, and what they had found. */
export const SEEDS_THAT_FAILED: readonly { readonly seed: number; readonly found: string }[] = [
  {
    seed: 174,
    found:
      'a restart moved the time of a hub that had committed nothing since its machine was booted',
  },
  {
    seed: 245,
    found: 'a page went on showing a vote as its own whose ticket was revoked before it was told',
  },
  {
    seed: 817,
    found:
      'of two pages, one that took over a numbered vote set the count back: two votes, one id, one lost',
  },
  {
    seed: 1381,
    found:
      'a poll whose removal could not be written came back at the end of the list: two screens saw two orders',
  },
  {
    seed: 1493,
    found:
      'nothing of the hub: the results of a closed forum were held against what a run that was killed wrote after',
  },
  {
    seed: 2050,
    found:
      'of two copies of a command in one batch the first came too early and was refused after the second was done',
  },
  {
    seed: 2333,
    found:
      'nothing of the hub: the check of hidden counts took the word of a run that was killed for that of the next',
  },
  {
    seed: 4816,
    found: 'a machine was booted under a hub that was still starting, and the hub lived on',
  },
  {
    seed: 5382,
    found:
      'a ballot came from a kiosk a second time just as the forum closed: its phone was told that it had voted nothing',
  },
  {
    seed: 5501,
    found:
      "a vote was on its way when its ticket was revoked, and took the phone's earlier answers to the ticket: the phone was not told",
  },
  {
    seed: 5851,
    found:
      "a kiosk's vote came again after the entry of its stub's slip was undone: refused, although it was done",
  },
  {
    seed: 8829,
    found:
      'nothing of the hub: the count that the polls are held against did not know that another form can be taken back',
  },
  {
    seed: 10461,
    found:
      'a phone was told that a ballot is its own which went to a ticket that was revoked in the same batch',
  },
  {
    seed: 12731,
    found:
      'a vote that came after the closing was taken for another command of the same page, and answered as done',
  },
];
