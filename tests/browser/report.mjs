// Scenarios, counted: each by a name in everyday language.
export class Report {
  passed = 0;
  failed = 0;
  async scenario(name, run) {
    try {
      await run();
      this.passed += 1;
    } catch (error) {
      this.failed += 1;
      console.log(`FAILED ${name}\n  ${String(error.message ?? error).split('\n').slice(0, 6).join('\n  ')}`);
    }
  }
  // Whatever a failed scenario left open is no reason to wait.
  end(label) {
    console.log(`${label}: ${this.passed} passed, ${this.failed} failed`);
    process.exit(this.failed === 0 ? 0 : 1);
  }
}

export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
