// Chance from a seed: every run makes the same bank and asks the same queries.
export class Random {
  constructor(seed) {
    this.state = seed | 0;
  }

  // A number from 0 to below 1 (mulberry32).
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  shuffle(items) {
    for (let i = items.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
    return items;
  }
}

// Draws from items whose frequency falls with their rank, as that of words does (Zipf, Mandelbrot).
export class Zipf {
  constructor(items, exponent = 1.05, offset = 2.7) {
    this.items = items;
    this.sums = new Float64Array(items.length);
    let sum = 0;
    for (let rank = 0; rank < items.length; rank += 1) this.sums[rank] = sum += 1 / (rank + 1 + offset) ** exponent;
    this.total = sum;
  }

  draw(random) {
    const wanted = random.next() * this.total;
    let low = 0, high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return this.items[low];
  }
}
