/** Which page is open, kept in the address's hash so that the phone's back button works. */
const PLACES = ['now', 'questions', 'mine', 'about', 'ask'] as const;
export type Place = (typeof PLACES)[number];

const read = (): Place => PLACES.find((place) => location.hash === `#${place}`) ?? 'now';

export class Places {
  #place = $state.raw<Place>(read());
  /** What lies under the sheet for asking. */
  #under = $state.raw<Exclude<Place, 'ask'>>('now');

  constructor() {
    this.#follow();
    addEventListener('hashchange', () => this.#follow());
  }
  get under(): Exclude<Place, 'ask'> {
    return this.#under;
  }
  get asking(): boolean {
    return this.#place === 'ask';
  }
  go(place: Place): void {
    location.hash = place;
  }
  /** Closes the sheet the way the back button does, so that back never opens it again. */
  closeSheet(): void {
    if (history.length > 1) history.back();
    else this.go(this.#under);
  }

  #follow(): void {
    this.#place = read();
    if (this.#place !== 'ask') this.#under = this.#place;
  }
}
