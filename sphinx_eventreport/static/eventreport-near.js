// Words that differ by one letter, for the page of results, whichever engine searches the site.
window.eventreportNear = (() => {
  "use strict";

  // Whether one letter more, less, other, or two in the other order make one word of the other.
  return (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    return (
      a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
      (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
    );
  };
})();
