import { GuidePage } from './guide-page.ts';

document.body.append(new GuidePage());
