
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
    const byNumber = head.dataset.order === 'n';
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
  const labelled = (name, control, place) => {
    const label = document.createElement('label');
    label.textContent = name;
    label.appendChild(control);
    place.appendChild(label);
    return label;
  };
  const add = (name, control, test) => {
    labelled(name, control, filters);
    control.id = 'filter-' + name.toLowerCase().replace(/\s+/g, '-');
    control.addEventListener('input', show);
    tests.push(item => control.value === '' || test(item, control.value));
  };
  const select = options => {
    const control = document.createElement('select');
    options.forEach(option => {
      const entry = document.createElement('option');
      entry.value = option[0];
      entry.textContent = option[1];
      control.appendChild(entry);
    });
    return control;
  };
  const choice = options => select([['', 'all']].concat(options));

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
  // Where there is no room for the heads, they cannot be pressed.
  const order = select(heads.map((head, at) => [at, head.textContent]));
  labelled('Sort by', order, filters).className = 'sort';
  order.addEventListener('input', () => sort(Number(order.value), heads[order.value], false));
  filters.hidden = rows.length === 0;

  // Where there is no room for what a month names within the picture, it stands below it.
  document.querySelectorAll('#cliff .step').forEach(step => {
    const tell = () => {
      document.getElementById('month').textContent = step.getAttribute('aria-label');
    };
    ['focus', 'mouseenter', 'click'].forEach(event => step.addEventListener(event, tell));
  });

  const timeline = document.querySelector('#timeline svg');
  if (timeline === null) return;
  const bars = Array.from(timeline.querySelectorAll('.bar'), bar => ({
    bar,
    account: bar.parentNode.querySelector('.title').textContent,
    service: bar.getAttribute('data-service'),
  }));
  const size = name => Number(timeline.getAttribute('data-' + name));
  const group = by => {
    const groups = new Map();
    bars.forEach(item => {
      if (!groups.has(item[by])) groups.set(item[by], []);
      groups.get(item[by]).push(item.bar);
    });
    timeline.querySelectorAll('.group').forEach(old => old.remove());
    let y = size('top');
    groups.forEach((members, name) => {
      const part = document.createElementNS(timeline.namespaceURI, 'g');
      part.setAttribute('class', 'group');
      const title = document.createElementNS(timeline.namespaceURI, 'text');
      title.setAttribute('class', 'title');
      title.setAttribute('x', '0');
      title.setAttribute('y', y);
      title.textContent = name;
      part.appendChild(title);
      y += size('head');
      members.forEach(bar => {
        bar.setAttribute('transform', 'translate(0 ' + y + ')');
        part.appendChild(bar);
        y += size('row');
      });
      y += size('gap');
      timeline.insertBefore(part, timeline.lastElementChild);
    });
    const height = y - size('gap') + size('head');
    timeline.setAttribute('height', height);
    timeline.setAttribute('viewBox', '0 0 1200 ' + height);
  };
  const grouping = document.getElementById('grouping');
  const by = select([['account', 'account'], ['service', 'service']]);
  by.id = 'group-by';
  labelled('Group by', by, grouping);
  by.addEventListener('input', () => group(by.value));
  grouping.hidden = false;
})();
