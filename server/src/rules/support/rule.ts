import type { Letter } from '../../letter/letter.ts';
import type { Span } from '../../letter/span.ts';
import type { Matter } from '../../order/matter.ts';
import type { Order, Submission } from '../../order/order.ts';
import type { PageStart } from '../../typeset/typesetter.ts';

export type Severity = 'error' | 'warning' | 'information';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a rule found. `severity` only where it differs from the rule's own. */
export interface Found {
  readonly message: string;
  readonly span: Span;
  readonly severity?: Severity;
  /** The id of the order's content that it is about. */
  readonly content?: string;
  readonly paragraph?: string;
  readonly fixes?: readonly Fix[];
}

/** Something that had to be found out before a rule can run. */
export type Fact<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly reason: string };

/** The typeset pages, and what only a letter that is over its limit has to know. */
export interface Pages {
  /** Pages of the body, as typeset. */
  readonly count: number;
  /** Where the first page over the limit begins; null within the limit. */
  readonly over: PageStart | null;
  /** Pages in the usual format that takes the fewest, counted only for a letter over its limit. */
  readonly fewest: { readonly pages: number; readonly format: string } | null;
}

/** One entry of the header's `exhibits`, with what its file told. */
export interface ExhibitInfo {
  /** Index into the header's list. */
  readonly index: number;
  /** Null where neither the file nor the header tells. */
  readonly pages: number | null;
  /** Why the file could not be used, as the end of a sentence: "does not exist", "is encrypted". */
  readonly problem: string | null;
  /** A file that does exist and is probably meant, as the header would name it. */
  readonly likely?: string;
}

/** All that a check may know. Gathered by host/; nothing else is looked up. */
export interface Facts {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly pages: Fact<Pages>;
  /** One for each entry of the header's `exhibits`. */
  readonly exhibits: Fact<readonly ExhibitInfo[]>;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What a rule sees: facts it declared in `needs` are there. */
export interface Context {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly today: string;
  /** The ids of all rules. */
  readonly ruleIds: ReadonlySet<string>;
}
export interface OrderContext extends Context {
  readonly order: Order;
  readonly submission: Submission;
}
export interface PagesContext extends OrderContext {
  readonly pages: Pages;
}
export interface ExhibitsContext extends OrderContext {
  readonly exhibits: readonly ExhibitInfo[];
}

/** A rule that has nothing to hold the letter against says why. */
export interface Skip {
  readonly skip: string;
}
export const skip = (reason: string): Skip => ({ skip: reason });
export const SILENT = skip('the order is silent');

/** A rule that could not look at all it had to: the result is incomplete, whatever it found besides. */
export interface Unable {
  readonly unable: string;
  readonly found: readonly Found[];
}
export const unable = (reason: string, found: readonly Found[] = []): Unable => ({ unable: reason, found });

export type Outcome = readonly Found[] | Skip | Unable;

/** A letter that a rule must leave alone, or must find fault with. `body` stands below a full header. */
export interface Example {
  readonly say: string;
  /** Header lines that replace or follow the sample's; `-key` drops one. */
  readonly header?: readonly string[];
  readonly body: string;
  /** YYYY-MM-DD; the letter's own date unless said. */
  readonly today?: string;
  /** A corner that the tests hold, and that would only puzzle a reader of the rule's page. */
  readonly corner?: true;
  /** Or the whole text, header and all. */
  readonly whole?: string;
}
export interface Rejected extends Example {
  /** The words that the (first) finding marks. */
  readonly marks?: string;
  /** How many findings; one unless said. */
  readonly count?: number;
  /** Body after the first fix of the first finding; `whole` examples compare the whole text. */
  readonly fixed?: string;
}

interface Meta {
  readonly id: string;
  readonly severity: Severity;
  /** A line for lists. */
  readonly title: string;
  /** For the rule's page: what it finds, and why that matters. */
  readonly what: string;
  readonly why: string;
  /** What the writer does about it, in Markdown. */
  readonly mend: string;
  /** It misses what the text does not have, so a letter that was not read whole is not held against it. */
  readonly wantsAll?: true;
  /** What of an order it holds: beginnings of `Requirement.field`, `contents`, `detail`. None where no order asks for it. */
  readonly holds?: readonly string[];
  readonly accepted: readonly Example[];
  readonly rejected: readonly Rejected[];
}

/** One rule, one file. `needs` says which facts must be known before it can run. */
export type Rule = Meta &
  (
    | { readonly needs: 'letter'; check(context: Context): Outcome }
    | { readonly needs: 'order'; check(context: OrderContext): Outcome }
    | { readonly needs: 'pages'; check(context: PagesContext): Outcome }
    | { readonly needs: 'exhibits'; check(context: ExhibitsContext): Outcome }
  );
