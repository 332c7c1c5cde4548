/** The text of a QR code by which a phone joins a network. */

/** Backslash before what has a meaning of its own in the format: \ ; , : " */
const escaped = (text: string): string =>
  text.replace(/[\\;,:"]/g, (character) => `\\${character}`);

/** An empty password: the network is open. */
export const wifiCode = (network: string, password: string): string =>
  password === ''
    ? `WIFI:T:nopass;S:${escaped(network)};;`
    : `WIFI:T:WPA;S:${escaped(network)};P:${escaped(password)};;`;
