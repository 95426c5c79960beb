/** Keeps texts where they outlive the app, each wholly or not at all: localStorage, or anything like it. */
export interface Store {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface Submission {
  patientId: string;
  formId: string;
  answers: Record<string, unknown>;
  [member: string]: unknown;
}

/** A submission in the outbox; one with a status is what intake will never take, with its answer. */
export interface Entry {
  id: string;
  body: Submission;
  status?: number;
  answer?: string;
}

const FINAL = [400, 409, 413, 415, 422];
const ANSWERED_WITHIN_MS = 10_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** One patient's submissions in a store until intake has answered 202; each is sent under the same id however often. */
export class Outbox {
  private delivering: Promise<void> | null = null;
  private wake = () => {};

  /** @param owner study and patient, so that nobody's words go out under another one's token */
  constructor(
    private readonly store: Store,
    private readonly owner: string,
    private readonly intake: string,
    private readonly token: () => string | Promise<string>,
  ) {}

  /** Puts a submission in; once this returns, it outlives the app. */
  put(body: Submission): string {
    const id = crypto.randomUUID();
    this.write([...this.entries(), { id, body }]);
    return id;
  }

  /** What intake will never take: to be shown and reported, for a patient has said it; then dismissed. */
  refused(): Entry[] {
    return this.entries().filter(({ status }) => status);
  }

  dismiss(id: string): void {
    this.write(this.entries().filter((entry) => entry.id !== id));
  }

  /**
   * Sends all that is in it, oldest first, until nothing is left. Called while that is under way, it ends a pause and joins. Rejects where
   * another token is needed; everything stays.
   */
  deliver(): Promise<void> {
    this.wake();
    this.delivering ??= this.deliverAll();
    return this.delivering;
  }

  private async deliverAll(): Promise<void> {
    await null;
    try {
      let pause = FIRST_PAUSE_MS;
      for (let next = this.first(); next; next = this.first()) {
        if (await this.attempt(next, pause)) {
          pause = FIRST_PAUSE_MS;
        } else {
          pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
      }
    } finally {
      this.delivering = null;
    }
  }

  /** Whether it is answered for good; waits if it is not. */
  private async attempt(entry: Entry, pause: number): Promise<boolean> {
    const answer = await this.send(entry, await this.token());
    const text = (await answer?.text().catch(() => "")) ?? "";
    switch (answer?.status) {
      case 202:
        this.dismiss(entry.id);
        console.log(entry.id, 202, text);
        return true;
      case 401:
      case 403:
        throw new Error(`another token is needed: ${answer.status} ${text}`);
    }
    if (answer && FINAL.includes(answer.status)) {
      const set = { ...entry, status: answer.status, answer: text };
      this.write(this.entries().map((other) => (other.id === entry.id ? set : other)));
      return true;
    }
    const asked = answer?.headers.get("Retry-After") ?? "";
    await this.pause((/^[1-9]\d{0,2}$/.test(asked) ? Number(asked) * 1_000 : pause) * (1 + Math.random() / 2));
    return false;
  }

  /** No answer is null. */
  private send({ id, body }: Entry, token: string): Promise<Response | null> {
    return fetch(`${this.intake}/api/v1/submissions`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Idempotency-Key": id },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    }).catch(() => null);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private first(): Entry | undefined {
    return this.entries().find(({ status }) => !status);
  }

  private entries(): Entry[] {
    return JSON.parse(this.store.getItem(this.key()) ?? "[]");
  }

  private write(entries: Entry[]): void {
    this.store.setItem(this.key(), JSON.stringify(entries));
  }

  private key(): string {
    return `epro-outbox ${this.owner}`;
  }
}
