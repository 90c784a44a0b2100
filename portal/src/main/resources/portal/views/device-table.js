// A page of devices: a row each, columns that sort, boxes that select.
import { html, nothing } from '../vendor/lit-html/lit-html.js';
import { day, t, time } from '../language.js';
import { state } from '../parts.js';

const COLUMNS = ['assignedUser', 'serialNumber', 'model', 'state', 'groupTag', 'lastSeenAt', 'ageDays'];

/** `sortBy` and `pick` are told what the user wants; `selected` has the ids of what is. */
export function deviceTable(items, { sort, sortBy, selected, pick }) {
  const texts = t().devices;
  const ids = items.map((device) => device.deviceId);
  return html`
    ${narrowSort(sort, sortBy)}
    <div class="table">
      <table aria-label=${texts.table}>
        <thead><tr>
          <th class="pick"><input type="checkbox" aria-label=${texts.selectAll}
            .checked=${ids.every((id) => selected.has(id))}
            @change=${(event) => pick(ids, event.target.checked)}></th>
          ${COLUMNS.map((column) => heading(column, sort, sortBy))}
        </tr></thead>
        <tbody>${items.map((device) => row(device, selected, pick))}</tbody>
      </table>
    </div>`;
}

function heading(column, sort, sortBy) {
  const order = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  const next = order === 'ascending' ? `-${column}` : column;
  const name = t().columns[column];
  return html`<th aria-sort=${order}>
    <button class="sort ${order}" title=${t().devices.sortedBy(name)} @click=${() => sortBy(next)}>${name}</button></th>`;
}

/** Where rows are cards there are no headings to press. */
function narrowSort(sort, sortBy) {
  return html`<label class="narrow">${t().devices.sort}
    <select @change=${(event) => sortBy(event.target.value)}>
      ${COLUMNS.flatMap((column) => [column, `-${column}`]).map(
        (each) => html`<option value=${each} .selected=${each === sort}>${t().columns[each.replace('-', '')]} ${each.startsWith('-') ? '↓' : '↑'}</option>`,
      )}
    </select></label>`;
}

function row(device, selected, pick) {
  const { columns, devices, never, days } = t();
  const name = device.serialNumber ?? device.deviceId;
  const seen = device.lastSeenAt;
  return html`<tr>
    <td class="pick"><input type="checkbox" aria-label=${devices.select(name)} .checked=${selected.has(device.deviceId)}
      @change=${(event) => pick([device.deviceId], event.target.checked)}></td>
    <td data-label=${columns.assignedUser}>${device.assignedUser ?? '–'}</td>
    <td data-label=${columns.serialNumber}><a href="/devices/${device.deviceId}">${name}</a></td>
    <td data-label=${columns.model}>${device.model ?? '–'}</td>
    <td data-label=${columns.state}>${state(device.state)}
      ${device.error ? html`<span class="quiet">${device.error.message}</span>` : nothing}</td>
    <td data-label=${columns.groupTag}>${device.groupTag ?? '–'}</td>
    <td data-label=${columns.lastSeenAt} title=${seen ? time(seen) : nothing}>${seen ? day(seen) : never}</td>
    <td data-label=${columns.ageDays}>${device.ageDays === null ? '–' : days(device.ageDays)}</td>
  </tr>`;
}
