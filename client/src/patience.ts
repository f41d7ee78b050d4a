import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode';

/** Milliseconds after which work is shown to go on. What is faster would only flicker. */
const SOON = 1_000;

/** Does work that can be cancelled from the notification that is shown once it takes long. */
export async function withPatience<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new CancellationTokenSource();
  const running = work(source.token);
  const over = running.then(
    () => undefined,
    () => undefined,
  );
  let timer: NodeJS.Timeout | undefined;
  const soon = new Promise<'soon'>((resolve) => {
    timer = setTimeout(() => resolve('soon'), SOON);
  });
  const first = await Promise.race([over, soon]);
  clearTimeout(timer);
  if (first === 'soon') {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    await window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => source.cancel());
      return over;
    });
  }
  return running;
}
