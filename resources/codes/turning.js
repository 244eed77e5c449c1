// The customer's own code, turned every half minute on her phone, without network. See clienteling/codes/turning.py
// for what it is; this writes the same characters and draws them (ISO/IEC 18004, version 8, level M, alphanumeric).
"use strict";

const STEP_S = 30, STEPS = 86400 / STEP_S, LINK = 16, START = "CC2";
const LETTERS = "0123456789ABCDEFGHIJKLMNOPRSTUVX";

function sha256(bytes) {
    const primes = [], k = [], h = [];
    for (let n = 2; primes.length < 64; n++) {
        if (primes.every(p => n % p)) {
            primes.push(n);
            k.push((Math.cbrt(n) % 1) * 4294967296 | 0);
            if (h.length < 8)
                h.push((Math.sqrt(n) % 1) * 4294967296 | 0);
        }
    }
    return (sha256 = bytes => digest(bytes, k, h))(bytes);
}

function digest(bytes, k, first) {
    const length = bytes.length, blocks = ((length + 8) >> 6) + 1;
    const padded = new Uint8Array(blocks * 64), w = new Int32Array(64), h = first.slice();
    padded.set(bytes);
    padded[length] = 128;
    for (let i = 0; i < 4; i++)
        padded[blocks * 64 - 1 - i] = (length * 8) >>> (8 * i);
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let block = 0; block < blocks; block++) {
        for (let i = 0; i < 16; i++) {
            const at = block * 64 + i * 4;
            w[i] = (padded[at] << 24) | (padded[at + 1] << 16) | (padded[at + 2] << 8) | padded[at + 3];
        }
        for (let i = 16; i < 64; i++) {
            const a = w[i - 15], b = w[i - 2];
            w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)) | 0;
        }
        let [a, b, c, d, e, f, g, z] = h;
        for (let i = 0; i < 64; i++) {
            const one = z + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i] | 0;
            const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c)) | 0;
            z = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
        }
        [a, b, c, d, e, f, g, z].forEach((value, i) => h[i] = h[i] + value | 0);
    }
    return Uint8Array.from(flat(h.map(word => [word >>> 24, word >>> 16, word >>> 8, word].map(b => b & 255))));
}

const ascii = text => Uint8Array.from(text, c => c.charCodeAt(0));
const fromHex = hex => Uint8Array.from(hex.match(/../g) || [], pair => parseInt(pair, 16));
const flat = lists => [].concat(...lists.map(list => Array.from(list)));
const together = (...parts) => Uint8Array.from(flat(parts));
const three = n => Uint8Array.of(n >> 16 & 255, n >> 8 & 255, n & 255);

function characters(bytes) {
    let text = "", held = 0, bits = 0;
    for (const byte of bytes) {
        held = (held << 8 | byte) & 0xfffff;
        for (bits += 8; bits >= 5; bits -= 5)
            text += LETTERS[held >> bits - 5 & 31];
    }
    return text;
}

function check(text) {
    let value = 0xffff;
    for (const byte of ascii(text)) {
        value ^= byte << 8;
        for (let i = 0; i < 8; i++)
            value = (value & 0x8000 ? value << 1 ^ 0x1021 : value << 1) & 0xffff;
    }
    return [15, 10, 5, 0].map(shift => LETTERS[value >> shift & 31]).join("");
}

// What is shown at this moment (milliseconds since 1970), or "" on a day for which nothing was signed.
function codeAt(page, now) {
    const day = Math.floor(now / 86400000), step = Math.floor(now / 1000 / STEP_S) % STEPS + 1;
    const signature = page.signatures[day - page.firstDay];
    if (!signature)
        return "";
    const claim = together(fromHex(page.claim), [day >> 8 & 255, day & 255]);
    const signed = together(ascii(START), claim);
    const iso = new Date(day * 86400000).toISOString().slice(0, 10);
    let link = sha256(together(fromHex(page.secret), ascii(iso))).slice(0, LINK), shown = link;
    for (let place = STEPS; place > 0; place--) {
        if (place === step)
            shown = link;
        link = sha256(together(signed, three(place), link)).slice(0, LINK);
    }
    const text = START + characters(together(claim, link, fromHex(signature), three(step), shown));
    return text + check(text);
}

const SIDE = 49, DATA = 154, BLOCKS = [38, 38, 39, 39], CORRECTION = 22;

function codewords(text) {
    const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", bits = [];
    const put = (value, count) => { while (count--) bits.push(value >> count & 1); };
    put(2, 4);
    put(text.length, 9);
    for (let i = 0; i < text.length; i += 2) {
        const one = alphabet.indexOf(text[i]);
        if (i + 1 < text.length)
            put(one * 45 + alphabet.indexOf(text[i + 1]), 11);
        else
            put(one, 6);
    }
    put(0, Math.min(4, DATA * 8 - bits.length));
    put(0, (8 - bits.length % 8) % 8);
    const bytes = [];
    for (let i = 0; i < bits.length; i += 8)
        bytes.push(parseInt(bits.slice(i, i + 8).join(""), 2));
    for (let pad = 0xec; bytes.length < DATA; pad ^= 0xec ^ 0x11)
        bytes.push(pad);
    return bytes;
}

function corrected(bytes) {
    const exp = [], log = [];
    for (let i = 0, x = 1; i < 255; i++) {
        exp[i] = exp[i + 255] = x;
        log[x] = i;
        x = x << 1 ^ (x & 128 ? 0x11d : 0);
    }
    const times = (a, b) => a && b ? exp[log[a] + log[b]] : 0;
    let generator = [1];
    for (let i = 0; i < CORRECTION; i++) {
        const next = [...generator, 0];
        generator.forEach((value, at) => next[at + 1] ^= times(value, exp[i]));
        generator = next;
    }
    let at = 0;
    const data = BLOCKS.map(length => bytes.slice(at, at += length));
    const rest = data.map(block => {
        const left = [...block, ...new Array(CORRECTION).fill(0)];
        block.forEach((_, i) => {
            const lead = left[i];
            generator.forEach((value, j) => left[i + j] ^= times(value, lead));
        });
        return left.slice(block.length);
    });
    const found = [];
    for (let i = 0; i < 39; i++)
        data.forEach(block => i < block.length && found.push(block[i]));
    for (let i = 0; i < CORRECTION; i++)
        rest.forEach(block => found.push(block[i]));
    return found;
}

// Rows of 49 modules, true for dark, without the quiet zone.
function modules(text) {
    const grid = Array.from({ length: SIDE }, () => new Array(SIDE).fill(null));
    const set = (x, y, dark) => { if (x >= 0 && y >= 0 && x < SIDE && y < SIDE) grid[y][x] = Boolean(dark); };
    for (const [left, top] of [[0, 0], [SIDE - 7, 0], [0, SIDE - 7]])
        for (let y = -1; y < 8; y++)
            for (let x = -1; x < 8; x++) {
                const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                set(left + x, top + y, ring !== 2 && ring !== 4);
            }
    for (const x of [6, 24, 42])
        for (const y of [6, 24, 42])
            if (grid[y][x] === null)
                for (let j = -2; j < 3; j++)
                    for (let i = -2; i < 3; i++)
                        set(x + i, y + j, Math.max(Math.abs(i), Math.abs(j)) !== 1);
    for (let i = 8; i < SIDE - 8; i++) {
        set(i, 6, i % 2 === 0);
        set(6, i, i % 2 === 0);
    }
    const format = 0x5412, version = 0x085bc;
    for (let i = 0; i < 15; i++) {
        const dark = format >> i & 1;
        set(8, i < 6 ? i : i < 8 ? i + 1 : SIDE - 15 + i, dark);
        set(i < 8 ? SIDE - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
    }
    set(8, SIDE - 8, true);
    for (let i = 0; i < 18; i++) {
        set(Math.floor(i / 3), SIDE - 11 + i % 3, version >> i & 1);
        set(SIDE - 11 + i % 3, Math.floor(i / 3), version >> i & 1);
    }
    const bits = flat(corrected(codewords(text)).map(byte => [7, 6, 5, 4, 3, 2, 1, 0].map(i => byte >> i & 1)));
    let next = 0;
    for (let right = SIDE - 1; right >= 1; right -= 2) {
        right = right === 6 ? 5 : right;
        for (let i = 0; i < SIDE; i++)
            for (const x of [right, right - 1]) {
                const y = (right + 1) & 2 ? i : SIDE - 1 - i;
                if (grid[y][x] === null)
                    grid[y][x] = Boolean((bits[next++] || 0) ^ ((x + y) % 2 === 0));
            }
    }
    return grid;
}
