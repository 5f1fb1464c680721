import { ConsoleApp } from './console-app.ts';

document.body.append(new ConsoleApp());
