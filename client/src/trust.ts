import { workspace } from 'vscode';
import { TRUST, type TrustParams } from '../../server/src/protocol.ts';
import { NotificationType } from './connection/client.ts';
import type { Feature } from './feature.ts';

const trust = new NotificationType<TrustParams>(TRUST);

/** Tells a server already running that it may now read the workspace's orders; a later one learns it at start. */
export const trustFeature: Feature = ({ client }) =>
  workspace.onDidGrantWorkspaceTrust(async () => {
    if (client.state === 'running') await client.sendNotification(trust, { trusted: true });
  });
