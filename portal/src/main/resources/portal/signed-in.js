// Where the issuer sends the browser back to: a page that asked aside gets its answer, else the portal goes on.
import { ASIDE, handOver } from './aside.js';

const answer = new URLSearchParams(location.search);
if (answer.get('state')?.startsWith(ASIDE)) {
  handOver(answer);
} else {
  await import('./main.js');
}
