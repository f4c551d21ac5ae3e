
(() => {
  'use strict';
  const table = document.getElementById('commitments');
  const body = table.tBodies[0];
  const count = document.getElementById('count');
  const filters = document.getElementById('filters');
  const heads = Array.from(table.tHead.rows[0].cells);
  const column = key => heads.findIndex(head => head.dataset.key === key);
  const text = cell => cell.textContent.replace(/\s+/g, ' ').trim();
  const rows = Array.from(body.rows, row => {
    const cells = Array.from(row.cells, text);
    return {row, cells, all: cells.join(' ').toLowerCase()};
  });
  const number = cell => {
    const value = parseFloat(cell.replace(/,/g, ''));
    return Number.isNaN(value) ? Infinity : value;
  };

  const sort = (at, head, down) => {
    const byNumber = head.classList.contains('n');
    const sign = down ? -1 : 1;
    const order = byNumber
      ? (a, b) => {
          const left = number(a.cells[at]);
          const right = number(b.cells[at]);
          if (left === right) return 0;
          if (left === Infinity || right === Infinity) return left === Infinity ? 1 : -1;
          return sign * (left - right);
        }
      : (a, b) => sign * (a.cells[at] < b.cells[at] ? -1 : a.cells[at] > b.cells[at] ? 1 : 0);
    rows.sort(order);
    const sorted = document.createDocumentFragment();
    rows.forEach(item => sorted.appendChild(item.row));
    body.appendChild(sorted);
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  };

  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    button.addEventListener('click', () =>
      sort(at, head, head.getAttribute('aria-sort') === 'ascending'));
    head.textContent = '';
    head.appendChild(button);
  });
  if (heads.length > 0) heads[0].setAttribute('aria-sort', 'ascending');

  const tests = [];
  const show = () => {
    let shown = 0;
    rows.forEach(item => {
      const wanted = tests.every(test => test(item));
      item.row.hidden = !wanted;
      if (wanted) shown++;
    });
    count.textContent = shown === rows.length
      ? rows.length + ' listed'
      : shown + ' of ' + rows.length + ' listed';
  };
  const add = (name, control, test) => {
    const label = document.createElement('label');
    label.textContent = name;
    label.appendChild(control);
    filters.appendChild(label);
    control.id = 'filter-' + name.toLowerCase().replace(/\s+/g, '-');
    control.addEventListener('input', show);
    tests.push(item => control.value === '' || test(item, control.value));
  };
  const choice = options => {
    const select = document.createElement('select');
    [['', 'all']].concat(options).forEach(option => {
      const entry = document.createElement('option');
      entry.value = option[0];
      entry.textContent = option[1];
      select.appendChild(entry);
    });
    return select;
  };

  const search = document.createElement('input');
  search.type = 'search';
  add('Contains', search, (item, value) => item.all.includes(value.toLowerCase()));
  const days = column('days');
  add(
    'Ends within',
    choice(['7', '30', '60', '90', '365'].map(value => [value, value + ' days'])),
    (item, value) => number(item.cells[days]) <= Number(value));
  ['account', 'unit', 'owner', 'service', 'region', 'status'].forEach(key => {
    const at = column(key);
    if (at < 0) return;
    const values = Array.from(new Set(rows.map(item => item.cells[at]))).sort();
    if (values.length < 2) return;
    add(
      heads[at].textContent,
      choice(values.map(value => [value, value])),
      (item, value) => item.cells[at] === value);
  });
  filters.hidden = rows.length === 0;
})();
