// Finds the text that stands out too little from what is behind it (WCAG 2.2, 1.4.3), and the bars (1.4.11).
(() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return Array.from(canvas.getImageData(0, 0, 1, 1).data);
  };
  const luminance = color => {
    const [r, g, b] = rgba(color).slice(0, 3).map(part => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = element => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (rgba(color)[3] === 255) return color;
    }
    return 'Canvas';
  };
  const found = [];
  const judge = (element, color, least, what) => {
    const tip = element.closest('.tip');
    const back = tip ? getComputedStyle(tip.querySelector('rect')).fill : behind(element);
    const value = ratio(color, back);
    if (value < least) found.push(what + ' ' + color + ' on ' + back + ': ' + value.toFixed(2));
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.textContent.trim() === '' || element.closest('script, title') || !element.checkVisibility()) continue;
    seen++;
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    const large = parseFloat(style.fontSize) >= 24;
    judge(element, drawn ? style.fill : style.color, large ? 3 : 4.5, node.textContent.trim().slice(0, 30));
  }
  document.querySelectorAll('.chart :is(.stays, .ends, .renewed)').forEach(bar =>
    judge(bar, getComputedStyle(bar).fill, 3, bar.getAttribute('class')));
  return {seen, found: Array.from(new Set(found))};
})()
