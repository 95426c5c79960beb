/** Keeps texts where they outlive the app: localStorage, or anything like it. */
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

interface Waiting {
  id: string;
  body: Submission;
}

/** What intake will never take, with its answer: to be shown and reported, for a patient has said it. */
export interface Refused extends Waiting {
  status: number;
  answer: string;
}

const WAITING = "epro-outbox";
const REFUSED = "epro-refused";
const ANSWERED_WITHIN_MS = 10_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Submissions in a store until intake has answered 202; each is sent under the same id however often. */
export class Outbox {
  private delivering: Promise<void> | null = null;

  constructor(
    private readonly store: Store,
    private readonly intake: string,
    private readonly token: () => string | Promise<string>,
  ) {}

  /** Puts a submission in; once this returns, it outlives the app. */
  put(body: Submission): string {
    const id = crypto.randomUUID();
    this.write(WAITING, [...this.read<Waiting>(WAITING), { id, body }]);
    return id;
  }

  refused(): Refused[] {
    return this.read<Refused>(REFUSED);
  }

  /** Sends all that is in it, oldest first, until nothing is left; called while it is under way, it joins. */
  deliver(): Promise<void> {
    this.delivering ??= this.deliverAll().finally(() => (this.delivering = null));
    return this.delivering;
  }

  private async deliverAll(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    for (let next = this.first(); next; next = this.first()) {
      const answer = await this.send(next);
      if (answer !== null && this.isFinal(answer.status)) {
        await this.settle(next, answer);
        pause = FIRST_PAUSE_MS;
      } else {
        const asked = Number(answer?.headers.get("Retry-After") ?? 0) * 1_000;
        await sleep((asked || pause) * (1 + Math.random() / 2));
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
  }

  /** No answer is null. A 401 is sent again with whatever token there is then. */
  private async send({ id, body }: Waiting): Promise<Response | null> {
    try {
      return await fetch(`${this.intake}/api/v1/submissions`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${await this.token()}`,
          "Content-Type": "application/json",
          "Idempotency-Key": id,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
      });
    } catch {
      return null;
    }
  }

  private isFinal(status: number): boolean {
    return status === 202 || (status >= 400 && status < 500 && ![401, 408, 429].includes(status));
  }

  private async settle(sent: Waiting, answer: Response): Promise<void> {
    const text = await answer.text().catch(() => "");
    if (answer.status !== 202) {
      const others = this.refused().filter(({ id }) => id !== sent.id);
      this.write(REFUSED, [...others, { ...sent, status: answer.status, answer: text }]);
    }
    this.write(WAITING, this.read<Waiting>(WAITING).filter(({ id }) => id !== sent.id));
    console.log(sent.id, answer.status, text);
  }

  private first(): Waiting | undefined {
    return this.read<Waiting>(WAITING)[0];
  }

  private read<T>(key: string): T[] {
    return JSON.parse(this.store.getItem(key) ?? "[]");
  }

  private write(key: string, entries: unknown[]): void {
    this.store.setItem(key, JSON.stringify(entries));
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
