import {
  __commonJS
} from "./chunk-AXQFWXYZ.js";

// node_modules/gifenc/dist/gifenc.js
var require_gifenc = __commonJS({
  "node_modules/gifenc/dist/gifenc.js"(exports) {
    var __defProp = Object.defineProperty;
    var __markAsModule = (target) => __defProp(target, "__esModule", { value: true });
    var __export = (target, all) => {
      for (var name in all)
        __defProp(target, name, { get: all[name], enumerable: true });
    };
    __markAsModule(exports);
    __export(exports, {
      GIFEncoder: () => GIFEncoder,
      applyPalette: () => applyPalette,
      default: () => src_default,
      nearestColor: () => nearestColor,
      nearestColorIndex: () => nearestColorIndex,
      nearestColorIndexWithDistance: () => nearestColorIndexWithDistance,
      prequantize: () => prequantize,
      quantize: () => quantize,
      snapColorsToPalette: () => snapColorsToPalette
    });
    var constants_default = {
      signature: "GIF",
      version: "89a",
      trailer: 59,
      extensionIntroducer: 33,
      applicationExtensionLabel: 255,
      graphicControlExtensionLabel: 249,
      imageSeparator: 44,
      signatureSize: 3,
      versionSize: 3,
      globalColorTableFlagMask: 128,
      colorResolutionMask: 112,
      sortFlagMask: 8,
      globalColorTableSizeMask: 7,
      applicationIdentifierSize: 8,
      applicationAuthCodeSize: 3,
      disposalMethodMask: 28,
      userInputFlagMask: 2,
      transparentColorFlagMask: 1,
      localColorTableFlagMask: 128,
      interlaceFlagMask: 64,
      idSortFlagMask: 32,
      localColorTableSizeMask: 7
    };
    function createStream(initialCapacity = 256) {
      let cursor = 0;
      let contents = new Uint8Array(initialCapacity);
      return {
        get buffer() {
          return contents.buffer;
        },
        reset() {
          cursor = 0;
        },
        bytesView() {
          return contents.subarray(0, cursor);
        },
        bytes() {
          return contents.slice(0, cursor);
        },
        writeByte(byte) {
          expand(cursor + 1);
          contents[cursor] = byte;
          cursor++;
        },
        writeBytes(data, offset = 0, byteLength = data.length) {
          expand(cursor + byteLength);
          for (let i = 0; i < byteLength; i++) {
            contents[cursor++] = data[i + offset];
          }
        },
        writeBytesView(data, offset = 0, byteLength = data.byteLength) {
          expand(cursor + byteLength);
          contents.set(data.subarray(offset, offset + byteLength), cursor);
          cursor += byteLength;
        }
      };
      function expand(newCapacity) {
        var prevCapacity = contents.length;
        if (prevCapacity >= newCapacity)
          return;
        var CAPACITY_DOUBLING_MAX = 1024 * 1024;
        newCapacity = Math.max(newCapacity, prevCapacity * (prevCapacity < CAPACITY_DOUBLING_MAX ? 2 : 1.125) >>> 0);
        if (prevCapacity != 0)
          newCapacity = Math.max(newCapacity, 256);
        const oldContents = contents;
        contents = new Uint8Array(newCapacity);
        if (cursor > 0)
          contents.set(oldContents.subarray(0, cursor), 0);
      }
    }
    var BITS = 12;
    var DEFAULT_HSIZE = 5003;
    var MASKS = [
      0,
      1,
      3,
      7,
      15,
      31,
      63,
      127,
      255,
      511,
      1023,
      2047,
      4095,
      8191,
      16383,
      32767,
      65535
    ];
    function lzwEncode(width, height, pixels, colorDepth, outStream = createStream(512), accum = new Uint8Array(256), htab = new Int32Array(DEFAULT_HSIZE), codetab = new Int32Array(DEFAULT_HSIZE)) {
      const hsize = htab.length;
      const initCodeSize = Math.max(2, colorDepth);
      accum.fill(0);
      codetab.fill(0);
      htab.fill(-1);
      let cur_accum = 0;
      let cur_bits = 0;
      const init_bits = initCodeSize + 1;
      const g_init_bits = init_bits;
      let clear_flg = false;
      let n_bits = g_init_bits;
      let maxcode = (1 << n_bits) - 1;
      const ClearCode = 1 << init_bits - 1;
      const EOFCode = ClearCode + 1;
      let free_ent = ClearCode + 2;
      let a_count = 0;
      let ent = pixels[0];
      let hshift = 0;
      for (let fcode = hsize; fcode < 65536; fcode *= 2) {
        ++hshift;
      }
      hshift = 8 - hshift;
      outStream.writeByte(initCodeSize);
      output(ClearCode);
      const length = pixels.length;
      for (let idx = 1; idx < length; idx++) {
        next_block: {
          const c = pixels[idx];
          const fcode = (c << BITS) + ent;
          let i = c << hshift ^ ent;
          if (htab[i] === fcode) {
            ent = codetab[i];
            break next_block;
          }
          const disp = i === 0 ? 1 : hsize - i;
          while (htab[i] >= 0) {
            i -= disp;
            if (i < 0)
              i += hsize;
            if (htab[i] === fcode) {
              ent = codetab[i];
              break next_block;
            }
          }
          output(ent);
          ent = c;
          if (free_ent < 1 << BITS) {
            codetab[i] = free_ent++;
            htab[i] = fcode;
          } else {
            htab.fill(-1);
            free_ent = ClearCode + 2;
            clear_flg = true;
            output(ClearCode);
          }
        }
      }
      output(ent);
      output(EOFCode);
      outStream.writeByte(0);
      return outStream.bytesView();
      function output(code) {
        cur_accum &= MASKS[cur_bits];
        if (cur_bits > 0)
          cur_accum |= code << cur_bits;
        else
          cur_accum = code;
        cur_bits += n_bits;
        while (cur_bits >= 8) {
          accum[a_count++] = cur_accum & 255;
          if (a_count >= 254) {
            outStream.writeByte(a_count);
            outStream.writeBytesView(accum, 0, a_count);
            a_count = 0;
          }
          cur_accum >>= 8;
          cur_bits -= 8;
        }
        if (free_ent > maxcode || clear_flg) {
          if (clear_flg) {
            n_bits = g_init_bits;
            maxcode = (1 << n_bits) - 1;
            clear_flg = false;
          } else {
            ++n_bits;
            maxcode = n_bits === BITS ? 1 << n_bits : (1 << n_bits) - 1;
          }
        }
        if (code == EOFCode) {
          while (cur_bits > 0) {
            accum[a_count++] = cur_accum & 255;
            if (a_count >= 254) {
              outStream.writeByte(a_count);
              outStream.writeBytesView(accum, 0, a_count);
              a_count = 0;
            }
            cur_accum >>= 8;
            cur_bits -= 8;
          }
          if (a_count > 0) {
            outStream.writeByte(a_count);
            outStream.writeBytesView(accum, 0, a_count);
            a_count = 0;
          }
        }
      }
    }
    var lzwEncode_default = lzwEncode;
    function rgb888_to_rgb565(r, g, b) {
      return r << 8 & 63488 | g << 2 & 992 | b >> 3;
    }
    function rgba8888_to_rgba4444(r, g, b, a) {
      return r >> 4 | g & 240 | (b & 240) << 4 | (a & 240) << 8;
    }
    function rgb888_to_rgb444(r, g, b) {
      return r >> 4 << 8 | g & 240 | b >> 4;
    }
    function clamp(value, min, max) {
      return value < min ? min : value > max ? max : value;
    }
    function sqr(value) {
      return value * value;
    }
    function find_nn(bins, idx, hasAlpha) {
      var nn = 0;
      var err = 1e100;
      const bin1 = bins[idx];
      const n1 = bin1.cnt;
      const wa = bin1.ac;
      const wr = bin1.rc;
      const wg = bin1.gc;
      const wb = bin1.bc;
      for (var i = bin1.fw; i != 0; i = bins[i].fw) {
        const bin = bins[i];
        const n2 = bin.cnt;
        const nerr2 = n1 * n2 / (n1 + n2);
        if (nerr2 >= err)
          continue;
        var nerr = 0;
        if (hasAlpha) {
          nerr += nerr2 * sqr(bin.ac - wa);
          if (nerr >= err)
            continue;
        }
        nerr += nerr2 * sqr(bin.rc - wr);
        if (nerr >= err)
          continue;
        nerr += nerr2 * sqr(bin.gc - wg);
        if (nerr >= err)
          continue;
        nerr += nerr2 * sqr(bin.bc - wb);
        if (nerr >= err)
          continue;
        err = nerr;
        nn = i;
      }
      bin1.err = err;
      bin1.nn = nn;
    }
    function create_bin() {
      return {
        ac: 0,
        rc: 0,
        gc: 0,
        bc: 0,
        cnt: 0,
        nn: 0,
        fw: 0,
        bk: 0,
        tm: 0,
        mtm: 0,
        err: 0
      };
    }
    function create_bin_list(data, format) {
      const bincount = format === "rgb444" ? 4096 : 65536;
      const bins = new Array(bincount);
      const size = data.length;
      if (format === "rgba4444") {
        for (let i = 0; i < size; ++i) {
          const color = data[i];
          const a = color >> 24 & 255;
          const b = color >> 16 & 255;
          const g = color >> 8 & 255;
          const r = color & 255;
          const index = rgba8888_to_rgba4444(r, g, b, a);
          let bin = index in bins ? bins[index] : bins[index] = create_bin();
          bin.rc += r;
          bin.gc += g;
          bin.bc += b;
          bin.ac += a;
          bin.cnt++;
        }
      } else if (format === "rgb444") {
        for (let i = 0; i < size; ++i) {
          const color = data[i];
          const b = color >> 16 & 255;
          const g = color >> 8 & 255;
          const r = color & 255;
          const index = rgb888_to_rgb444(r, g, b);
          let bin = index in bins ? bins[index] : bins[index] = create_bin();
          bin.rc += r;
          bin.gc += g;
          bin.bc += b;
          bin.cnt++;
        }
      } else {
        for (let i = 0; i < size; ++i) {
          const color = data[i];
          const b = color >> 16 & 255;
          const g = color >> 8 & 255;
          const r = color & 255;
          const index = rgb888_to_rgb565(r, g, b);
          let bin = index in bins ? bins[index] : bins[index] = create_bin();
          bin.rc += r;
          bin.gc += g;
          bin.bc += b;
          bin.cnt++;
        }
      }
      return bins;
    }
    function quantize(rgba, maxColors, opts = {}) {
      const {
        format = "rgb565",
        clearAlpha = true,
        clearAlphaColor = 0,
        clearAlphaThreshold = 0,
        oneBitAlpha = false
      } = opts;
      if (!rgba || !rgba.buffer) {
        throw new Error("quantize() expected RGBA Uint8Array data");
      }
      if (!(rgba instanceof Uint8Array) && !(rgba instanceof Uint8ClampedArray)) {
        throw new Error("quantize() expected RGBA Uint8Array data");
      }
      const data = new Uint32Array(rgba.buffer);
      let useSqrt = opts.useSqrt !== false;
      const hasAlpha = format === "rgba4444";
      const bins = create_bin_list(data, format);
      const bincount = bins.length;
      const bincountMinusOne = bincount - 1;
      const heap = new Uint32Array(bincount + 1);
      var maxbins = 0;
      for (var i = 0; i < bincount; ++i) {
        const bin = bins[i];
        if (bin != null) {
          var d = 1 / bin.cnt;
          if (hasAlpha)
            bin.ac *= d;
          bin.rc *= d;
          bin.gc *= d;
          bin.bc *= d;
          bins[maxbins++] = bin;
        }
      }
      if (sqr(maxColors) / maxbins < 0.022) {
        useSqrt = false;
      }
      var i = 0;
      for (; i < maxbins - 1; ++i) {
        bins[i].fw = i + 1;
        bins[i + 1].bk = i;
        if (useSqrt)
          bins[i].cnt = Math.sqrt(bins[i].cnt);
      }
      if (useSqrt)
        bins[i].cnt = Math.sqrt(bins[i].cnt);
      var h, l, l2;
      for (i = 0; i < maxbins; ++i) {
        find_nn(bins, i, false);
        var err = bins[i].err;
        for (l = ++heap[0]; l > 1; l = l2) {
          l2 = l >> 1;
          if (bins[h = heap[l2]].err <= err)
            break;
          heap[l] = h;
        }
        heap[l] = i;
      }
      var extbins = maxbins - maxColors;
      for (i = 0; i < extbins; ) {
        var tb;
        for (; ; ) {
          var b1 = heap[1];
          tb = bins[b1];
          if (tb.tm >= tb.mtm && bins[tb.nn].mtm <= tb.tm)
            break;
          if (tb.mtm == bincountMinusOne)
            b1 = heap[1] = heap[heap[0]--];
          else {
            find_nn(bins, b1, false);
            tb.tm = i;
          }
          var err = bins[b1].err;
          for (l = 1; (l2 = l + l) <= heap[0]; l = l2) {
            if (l2 < heap[0] && bins[heap[l2]].err > bins[heap[l2 + 1]].err)
              l2++;
            if (err <= bins[h = heap[l2]].err)
              break;
            heap[l] = h;
          }
          heap[l] = b1;
        }
        var nb = bins[tb.nn];
        var n1 = tb.cnt;
        var n2 = nb.cnt;
        var d = 1 / (n1 + n2);
        if (hasAlpha)
          tb.ac = d * (n1 * tb.ac + n2 * nb.ac);
        tb.rc = d * (n1 * tb.rc + n2 * nb.rc);
        tb.gc = d * (n1 * tb.gc + n2 * nb.gc);
        tb.bc = d * (n1 * tb.bc + n2 * nb.bc);
        tb.cnt += nb.cnt;
        tb.mtm = ++i;
        bins[nb.bk].fw = nb.fw;
        bins[nb.fw].bk = nb.bk;
        nb.mtm = bincountMinusOne;
      }
      let palette = [];
      var k = 0;
      for (i = 0; ; ++k) {
        let r = clamp(Math.round(bins[i].rc), 0, 255);
        let g = clamp(Math.round(bins[i].gc), 0, 255);
        let b = clamp(Math.round(bins[i].bc), 0, 255);
        let a = 255;
        if (hasAlpha) {
          a = clamp(Math.round(bins[i].ac), 0, 255);
          if (oneBitAlpha) {
            const threshold = typeof oneBitAlpha === "number" ? oneBitAlpha : 127;
            a = a <= threshold ? 0 : 255;
          }
          if (clearAlpha && a <= clearAlphaThreshold) {
            r = g = b = clearAlphaColor;
            a = 0;
          }
        }
        const color = hasAlpha ? [r, g, b, a] : [r, g, b];
        const exists = existsInPalette(palette, color);
        if (!exists)
          palette.push(color);
        if ((i = bins[i].fw) == 0)
          break;
      }
      return palette;
    }
    function existsInPalette(palette, color) {
      for (let i = 0; i < palette.length; i++) {
        const p = palette[i];
        let matchesRGB = p[0] === color[0] && p[1] === color[1] && p[2] === color[2];
        let matchesAlpha = p.length >= 4 && color.length >= 4 ? p[3] === color[3] : true;
        if (matchesRGB && matchesAlpha)
          return true;
      }
      return false;
    }
    function euclideanDistanceSquared(a, b) {
      var sum = 0;
      var n;
      for (n = 0; n < a.length; n++) {
        const dx = a[n] - b[n];
        sum += dx * dx;
      }
      return sum;
    }
    function roundStep(byte, step) {
      return step > 1 ? Math.round(byte / step) * step : byte;
    }
    function prequantize(rgba, { roundRGB = 5, roundAlpha = 10, oneBitAlpha = null } = {}) {
      const data = new Uint32Array(rgba.buffer);
      for (let i = 0; i < data.length; i++) {
        const color = data[i];
        let a = color >> 24 & 255;
        let b = color >> 16 & 255;
        let g = color >> 8 & 255;
        let r = color & 255;
        a = roundStep(a, roundAlpha);
        if (oneBitAlpha) {
          const threshold = typeof oneBitAlpha === "number" ? oneBitAlpha : 127;
          a = a <= threshold ? 0 : 255;
        }
        r = roundStep(r, roundRGB);
        g = roundStep(g, roundRGB);
        b = roundStep(b, roundRGB);
        data[i] = a << 24 | b << 16 | g << 8 | r << 0;
      }
    }
    function applyPalette(rgba, palette, format = "rgb565") {
      if (!rgba || !rgba.buffer) {
        throw new Error("quantize() expected RGBA Uint8Array data");
      }
      if (!(rgba instanceof Uint8Array) && !(rgba instanceof Uint8ClampedArray)) {
        throw new Error("quantize() expected RGBA Uint8Array data");
      }
      if (palette.length > 256) {
        throw new Error("applyPalette() only works with 256 colors or less");
      }
      const data = new Uint32Array(rgba.buffer);
      const length = data.length;
      const bincount = format === "rgb444" ? 4096 : 65536;
      const index = new Uint8Array(length);
      const cache = new Array(bincount);
      const hasAlpha = format === "rgba4444";
      if (format === "rgba4444") {
        for (let i = 0; i < length; i++) {
          const color = data[i];
          const a = color >> 24 & 255;
          const b = color >> 16 & 255;
          const g = color >> 8 & 255;
          const r = color & 255;
          const key = rgba8888_to_rgba4444(r, g, b, a);
          const idx = key in cache ? cache[key] : cache[key] = nearestColorIndexRGBA(r, g, b, a, palette);
          index[i] = idx;
        }
      } else {
        const rgb888_to_key = format === "rgb444" ? rgb888_to_rgb444 : rgb888_to_rgb565;
        for (let i = 0; i < length; i++) {
          const color = data[i];
          const b = color >> 16 & 255;
          const g = color >> 8 & 255;
          const r = color & 255;
          const key = rgb888_to_key(r, g, b);
          const idx = key in cache ? cache[key] : cache[key] = nearestColorIndexRGB(r, g, b, palette);
          index[i] = idx;
        }
      }
      return index;
    }
    function nearestColorIndexRGBA(r, g, b, a, palette) {
      let k = 0;
      let mindist = 1e100;
      for (let i = 0; i < palette.length; i++) {
        const px2 = palette[i];
        const a2 = px2[3];
        let curdist = sqr2(a2 - a);
        if (curdist > mindist)
          continue;
        const r2 = px2[0];
        curdist += sqr2(r2 - r);
        if (curdist > mindist)
          continue;
        const g2 = px2[1];
        curdist += sqr2(g2 - g);
        if (curdist > mindist)
          continue;
        const b2 = px2[2];
        curdist += sqr2(b2 - b);
        if (curdist > mindist)
          continue;
        mindist = curdist;
        k = i;
      }
      return k;
    }
    function nearestColorIndexRGB(r, g, b, palette) {
      let k = 0;
      let mindist = 1e100;
      for (let i = 0; i < palette.length; i++) {
        const px2 = palette[i];
        const r2 = px2[0];
        let curdist = sqr2(r2 - r);
        if (curdist > mindist)
          continue;
        const g2 = px2[1];
        curdist += sqr2(g2 - g);
        if (curdist > mindist)
          continue;
        const b2 = px2[2];
        curdist += sqr2(b2 - b);
        if (curdist > mindist)
          continue;
        mindist = curdist;
        k = i;
      }
      return k;
    }
    function snapColorsToPalette(palette, knownColors, threshold = 5) {
      if (!palette.length || !knownColors.length)
        return;
      const paletteRGB = palette.map((p) => p.slice(0, 3));
      const thresholdSq = threshold * threshold;
      const dim = palette[0].length;
      for (let i = 0; i < knownColors.length; i++) {
        let color = knownColors[i];
        if (color.length < dim) {
          color = [color[0], color[1], color[2], 255];
        } else if (color.length > dim) {
          color = color.slice(0, 3);
        } else {
          color = color.slice();
        }
        const r = nearestColorIndexWithDistance(paletteRGB, color.slice(0, 3), euclideanDistanceSquared);
        const idx = r[0];
        const distanceSq = r[1];
        if (distanceSq > 0 && distanceSq <= thresholdSq) {
          palette[idx] = color;
        }
      }
    }
    function sqr2(a) {
      return a * a;
    }
    function nearestColorIndex(colors, pixel, distanceFn = euclideanDistanceSquared) {
      let minDist = Infinity;
      let minDistIndex = -1;
      for (let j = 0; j < colors.length; j++) {
        const paletteColor = colors[j];
        const dist = distanceFn(pixel, paletteColor);
        if (dist < minDist) {
          minDist = dist;
          minDistIndex = j;
        }
      }
      return minDistIndex;
    }
    function nearestColorIndexWithDistance(colors, pixel, distanceFn = euclideanDistanceSquared) {
      let minDist = Infinity;
      let minDistIndex = -1;
      for (let j = 0; j < colors.length; j++) {
        const paletteColor = colors[j];
        const dist = distanceFn(pixel, paletteColor);
        if (dist < minDist) {
          minDist = dist;
          minDistIndex = j;
        }
      }
      return [minDistIndex, minDist];
    }
    function nearestColor(colors, pixel, distanceFn = euclideanDistanceSquared) {
      return colors[nearestColorIndex(colors, pixel, distanceFn)];
    }
    function GIFEncoder(opt = {}) {
      const { initialCapacity = 4096, auto = true } = opt;
      const stream = createStream(initialCapacity);
      const HSIZE = 5003;
      const accum = new Uint8Array(256);
      const htab = new Int32Array(HSIZE);
      const codetab = new Int32Array(HSIZE);
      let hasInit = false;
      return {
        reset() {
          stream.reset();
          hasInit = false;
        },
        finish() {
          stream.writeByte(constants_default.trailer);
        },
        bytes() {
          return stream.bytes();
        },
        bytesView() {
          return stream.bytesView();
        },
        get buffer() {
          return stream.buffer;
        },
        get stream() {
          return stream;
        },
        writeHeader,
        writeFrame(index, width, height, opts = {}) {
          const {
            transparent = false,
            transparentIndex = 0,
            delay = 0,
            palette = null,
            repeat = 0,
            colorDepth = 8,
            dispose = -1
          } = opts;
          let first = false;
          if (auto) {
            if (!hasInit) {
              first = true;
              writeHeader();
              hasInit = true;
            }
          } else {
            first = Boolean(opts.first);
          }
          width = Math.max(0, Math.floor(width));
          height = Math.max(0, Math.floor(height));
          if (first) {
            if (!palette) {
              throw new Error("First frame must include a { palette } option");
            }
            encodeLogicalScreenDescriptor(stream, width, height, palette, colorDepth);
            encodeColorTable(stream, palette);
            if (repeat >= 0) {
              encodeNetscapeExt(stream, repeat);
            }
          }
          const delayTime = Math.round(delay / 10);
          encodeGraphicControlExt(stream, dispose, delayTime, transparent, transparentIndex);
          const useLocalColorTable = Boolean(palette) && !first;
          encodeImageDescriptor(stream, width, height, useLocalColorTable ? palette : null);
          if (useLocalColorTable)
            encodeColorTable(stream, palette);
          encodePixels(stream, index, width, height, colorDepth, accum, htab, codetab);
        }
      };
      function writeHeader() {
        writeUTFBytes(stream, "GIF89a");
      }
    }
    function encodeGraphicControlExt(stream, dispose, delay, transparent, transparentIndex) {
      stream.writeByte(33);
      stream.writeByte(249);
      stream.writeByte(4);
      if (transparentIndex < 0) {
        transparentIndex = 0;
        transparent = false;
      }
      var transp, disp;
      if (!transparent) {
        transp = 0;
        disp = 0;
      } else {
        transp = 1;
        disp = 2;
      }
      if (dispose >= 0) {
        disp = dispose & 7;
      }
      disp <<= 2;
      const userInput = 0;
      stream.writeByte(0 | disp | userInput | transp);
      writeUInt16(stream, delay);
      stream.writeByte(transparentIndex || 0);
      stream.writeByte(0);
    }
    function encodeLogicalScreenDescriptor(stream, width, height, palette, colorDepth = 8) {
      const globalColorTableFlag = 1;
      const sortFlag = 0;
      const globalColorTableSize = colorTableSize(palette.length) - 1;
      const fields = globalColorTableFlag << 7 | colorDepth - 1 << 4 | sortFlag << 3 | globalColorTableSize;
      const backgroundColorIndex = 0;
      const pixelAspectRatio = 0;
      writeUInt16(stream, width);
      writeUInt16(stream, height);
      stream.writeBytes([fields, backgroundColorIndex, pixelAspectRatio]);
    }
    function encodeNetscapeExt(stream, repeat) {
      stream.writeByte(33);
      stream.writeByte(255);
      stream.writeByte(11);
      writeUTFBytes(stream, "NETSCAPE2.0");
      stream.writeByte(3);
      stream.writeByte(1);
      writeUInt16(stream, repeat);
      stream.writeByte(0);
    }
    function encodeColorTable(stream, palette) {
      const colorTableLength = 1 << colorTableSize(palette.length);
      for (let i = 0; i < colorTableLength; i++) {
        let color = [0, 0, 0];
        if (i < palette.length) {
          color = palette[i];
        }
        stream.writeByte(color[0]);
        stream.writeByte(color[1]);
        stream.writeByte(color[2]);
      }
    }
    function encodeImageDescriptor(stream, width, height, localPalette) {
      stream.writeByte(44);
      writeUInt16(stream, 0);
      writeUInt16(stream, 0);
      writeUInt16(stream, width);
      writeUInt16(stream, height);
      if (localPalette) {
        const interlace = 0;
        const sorted = 0;
        const palSize = colorTableSize(localPalette.length) - 1;
        stream.writeByte(128 | interlace | sorted | 0 | palSize);
      } else {
        stream.writeByte(0);
      }
    }
    function encodePixels(stream, index, width, height, colorDepth = 8, accum, htab, codetab) {
      lzwEncode_default(width, height, index, colorDepth, stream, accum, htab, codetab);
    }
    function writeUInt16(stream, short) {
      stream.writeByte(short & 255);
      stream.writeByte(short >> 8 & 255);
    }
    function writeUTFBytes(stream, text) {
      for (var i = 0; i < text.length; i++) {
        stream.writeByte(text.charCodeAt(i));
      }
    }
    function colorTableSize(length) {
      return Math.max(Math.ceil(Math.log2(length)), 1);
    }
    var src_default = GIFEncoder;
  }
});
export default require_gifenc();
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vLi4vbm9kZV9tb2R1bGVzL2dpZmVuYy9zcmMvaW5kZXguanMiLCAiLi4vLi4vbm9kZV9tb2R1bGVzL2dpZmVuYy9zcmMvY29uc3RhbnRzLmpzIiwgIi4uLy4uL25vZGVfbW9kdWxlcy9naWZlbmMvc3JjL3N0cmVhbS5qcyIsICIuLi8uLi9ub2RlX21vZHVsZXMvZ2lmZW5jL3NyYy9sendFbmNvZGUuanMiLCAiLi4vLi4vbm9kZV9tb2R1bGVzL2dpZmVuYy9zcmMvcmdiLXBhY2tpbmcuanMiLCAiLi4vLi4vbm9kZV9tb2R1bGVzL2dpZmVuYy9zcmMvcG5ucXVhbnQyLmpzIiwgIi4uLy4uL25vZGVfbW9kdWxlcy9naWZlbmMvc3JjL2NvbG9yLmpzIiwgIi4uLy4uL25vZGVfbW9kdWxlcy9naWZlbmMvc3JjL3BhbGV0dGl6ZS5qcyJdLAogICJzb3VyY2VzQ29udGVudCI6IFsiaW1wb3J0IGNvbnN0YW50cyBmcm9tIFwiLi9jb25zdGFudHMuanNcIjtcbmltcG9ydCBsendFbmNvZGUgZnJvbSBcIi4vbHp3RW5jb2RlLmpzXCI7XG5pbXBvcnQgY3JlYXRlU3RyZWFtIGZyb20gXCIuL3N0cmVhbS5qc1wiO1xuaW1wb3J0IHF1YW50aXplIGZyb20gXCIuL3BubnF1YW50Mi5qc1wiO1xuXG5pbXBvcnQge1xuICBwcmVxdWFudGl6ZSxcbiAgYXBwbHlQYWxldHRlLFxuICBuZWFyZXN0Q29sb3JJbmRleCxcbiAgbmVhcmVzdENvbG9yLFxuICBuZWFyZXN0Q29sb3JJbmRleFdpdGhEaXN0YW5jZSxcbiAgc25hcENvbG9yc1RvUGFsZXR0ZSxcbn0gZnJvbSBcIi4vcGFsZXR0aXplLmpzXCI7XG5cbmZ1bmN0aW9uIEdJRkVuY29kZXIob3B0ID0ge30pIHtcbiAgY29uc3QgeyBpbml0aWFsQ2FwYWNpdHkgPSA0MDk2LCBhdXRvID0gdHJ1ZSB9ID0gb3B0O1xuXG4gIC8vIFN0cmVhbSBhbGwgZW5jb2RlZCBkYXRhIGludG8gdGhpcyBidWZmZXJcbiAgY29uc3Qgc3RyZWFtID0gY3JlYXRlU3RyZWFtKGluaXRpYWxDYXBhY2l0eSk7XG5cbiAgLy8gU2hhcmVkIGFycmF5IGRhdGEgYWNyb3NzIGFsbCBmcmFtZXNcbiAgY29uc3QgSFNJWkUgPSA1MDAzOyAvLyA4MCUgb2NjdXBhbmN5XG4gIGNvbnN0IGFjY3VtID0gbmV3IFVpbnQ4QXJyYXkoMjU2KTtcbiAgY29uc3QgaHRhYiA9IG5ldyBJbnQzMkFycmF5KEhTSVpFKTtcbiAgY29uc3QgY29kZXRhYiA9IG5ldyBJbnQzMkFycmF5KEhTSVpFKTtcblxuICBsZXQgaGFzSW5pdCA9IGZhbHNlO1xuXG4gIHJldHVybiB7XG4gICAgcmVzZXQoKSB7XG4gICAgICBzdHJlYW0ucmVzZXQoKTtcbiAgICAgIGhhc0luaXQgPSBmYWxzZTtcbiAgICB9LFxuICAgIGZpbmlzaCgpIHtcbiAgICAgIHN0cmVhbS53cml0ZUJ5dGUoY29uc3RhbnRzLnRyYWlsZXIpO1xuICAgIH0sXG4gICAgYnl0ZXMoKSB7XG4gICAgICByZXR1cm4gc3RyZWFtLmJ5dGVzKCk7XG4gICAgfSxcbiAgICBieXRlc1ZpZXcoKSB7XG4gICAgICByZXR1cm4gc3RyZWFtLmJ5dGVzVmlldygpO1xuICAgIH0sXG4gICAgZ2V0IGJ1ZmZlcigpIHtcbiAgICAgIHJldHVybiBzdHJlYW0uYnVmZmVyO1xuICAgIH0sXG4gICAgZ2V0IHN0cmVhbSgpIHtcbiAgICAgIHJldHVybiBzdHJlYW07XG4gICAgfSxcbiAgICB3cml0ZUhlYWRlcixcbiAgICB3cml0ZUZyYW1lKGluZGV4LCB3aWR0aCwgaGVpZ2h0LCBvcHRzID0ge30pIHtcbiAgICAgIGNvbnN0IHtcbiAgICAgICAgdHJhbnNwYXJlbnQgPSBmYWxzZSxcbiAgICAgICAgdHJhbnNwYXJlbnRJbmRleCA9IDB4MDAsXG4gICAgICAgIGRlbGF5ID0gMCxcbiAgICAgICAgcGFsZXR0ZSA9IG51bGwsXG4gICAgICAgIHJlcGVhdCA9IDAsIC8vIC0xPW9uY2UsIDA9Zm9yZXZlciwgPjA9Y291bnRcbiAgICAgICAgY29sb3JEZXB0aCA9IDgsXG4gICAgICAgIGRpc3Bvc2UgPSAtMSxcbiAgICAgIH0gPSBvcHRzO1xuXG4gICAgICBsZXQgZmlyc3QgPSBmYWxzZTtcbiAgICAgIGlmIChhdXRvKSB7XG4gICAgICAgIC8vIEluICdhdXRvJyBtb2RlLCB0aGUgZmlyc3QgdGltZSB3ZSB3cml0ZSBhIGZyYW1lXG4gICAgICAgIC8vIHdlIHdpbGwgd3JpdGUgTFNEL0dDVC9FWFRcbiAgICAgICAgaWYgKCFoYXNJbml0KSB7XG4gICAgICAgICAgLy8gaGF2ZSBub3QgeWV0IGluaXQsIHdlIGNhbiBjb25zaWRlciB0aGlzIG91ciBmaXJzdCBmcmFtZVxuICAgICAgICAgIGZpcnN0ID0gdHJ1ZTtcbiAgICAgICAgICAvLyBpbiAnYXV0bycgbW9kZSwgd2UgYWxzbyBlbmNvZGUgYSBoZWFkZXIgb24gZmlyc3QgZnJhbWVcbiAgICAgICAgICAvLyB0aGlzIGlzIGRpZmZlcmVudCB0aGFuIG1hbnVhbCBtb2RlIHdoZXJlIHlvdSBtdXN0IGVuY29kZVxuICAgICAgICAgIC8vIGhlYWRlciB5b3Vyc2VmIChvciBwZXJoYXBzIG5vdCB3cml0ZSBoZWFkZXIgYWx0b2dldGhlcilcbiAgICAgICAgICB3cml0ZUhlYWRlcigpO1xuICAgICAgICAgIGhhc0luaXQgPSB0cnVlO1xuICAgICAgICB9XG4gICAgICB9IGVsc2Uge1xuICAgICAgICAvLyBpbiBtYW51YWwgbW9kZSwgdGhlIGZpcnN0IGZyYW1lIGlzIGRldGVybWluZWQgYnkgdGhlIG9wdGlvbnMgb25seVxuICAgICAgICBmaXJzdCA9IEJvb2xlYW4ob3B0cy5maXJzdCk7XG4gICAgICB9XG5cbiAgICAgIHdpZHRoID0gTWF0aC5tYXgoMCwgTWF0aC5mbG9vcih3aWR0aCkpO1xuICAgICAgaGVpZ2h0ID0gTWF0aC5tYXgoMCwgTWF0aC5mbG9vcihoZWlnaHQpKTtcblxuICAgICAgLy8gV3JpdGUgcHJlLWZyYW1lIGRldGFpbHMgc3VjaCBhcyByZXBlYXQgY291bnQgYW5kIGdsb2JhbCBwYWxldHRlXG4gICAgICBpZiAoZmlyc3QpIHtcbiAgICAgICAgaWYgKCFwYWxldHRlKSB7XG4gICAgICAgICAgdGhyb3cgbmV3IEVycm9yKFwiRmlyc3QgZnJhbWUgbXVzdCBpbmNsdWRlIGEgeyBwYWxldHRlIH0gb3B0aW9uXCIpO1xuICAgICAgICB9XG4gICAgICAgIGVuY29kZUxvZ2ljYWxTY3JlZW5EZXNjcmlwdG9yKFxuICAgICAgICAgIHN0cmVhbSxcbiAgICAgICAgICB3aWR0aCxcbiAgICAgICAgICBoZWlnaHQsXG4gICAgICAgICAgcGFsZXR0ZSxcbiAgICAgICAgICBjb2xvckRlcHRoXG4gICAgICAgICk7XG4gICAgICAgIGVuY29kZUNvbG9yVGFibGUoc3RyZWFtLCBwYWxldHRlKTtcbiAgICAgICAgaWYgKHJlcGVhdCA+PSAwKSB7XG4gICAgICAgICAgZW5jb2RlTmV0c2NhcGVFeHQoc3RyZWFtLCByZXBlYXQpO1xuICAgICAgICB9XG4gICAgICB9XG5cbiAgICAgIGNvbnN0IGRlbGF5VGltZSA9IE1hdGgucm91bmQoZGVsYXkgLyAxMCk7XG4gICAgICBlbmNvZGVHcmFwaGljQ29udHJvbEV4dChcbiAgICAgICAgc3RyZWFtLFxuICAgICAgICBkaXNwb3NlLFxuICAgICAgICBkZWxheVRpbWUsXG4gICAgICAgIHRyYW5zcGFyZW50LFxuICAgICAgICB0cmFuc3BhcmVudEluZGV4XG4gICAgICApO1xuXG4gICAgICBjb25zdCB1c2VMb2NhbENvbG9yVGFibGUgPSBCb29sZWFuKHBhbGV0dGUpICYmICFmaXJzdDtcbiAgICAgIGVuY29kZUltYWdlRGVzY3JpcHRvcihcbiAgICAgICAgc3RyZWFtLFxuICAgICAgICB3aWR0aCxcbiAgICAgICAgaGVpZ2h0LFxuICAgICAgICB1c2VMb2NhbENvbG9yVGFibGUgPyBwYWxldHRlIDogbnVsbFxuICAgICAgKTtcbiAgICAgIGlmICh1c2VMb2NhbENvbG9yVGFibGUpIGVuY29kZUNvbG9yVGFibGUoc3RyZWFtLCBwYWxldHRlKTtcbiAgICAgIGVuY29kZVBpeGVscyhcbiAgICAgICAgc3RyZWFtLFxuICAgICAgICBpbmRleCxcbiAgICAgICAgd2lkdGgsXG4gICAgICAgIGhlaWdodCxcbiAgICAgICAgY29sb3JEZXB0aCxcbiAgICAgICAgYWNjdW0sXG4gICAgICAgIGh0YWIsXG4gICAgICAgIGNvZGV0YWJcbiAgICAgICk7XG4gICAgfSxcbiAgfTtcblxuICBmdW5jdGlvbiB3cml0ZUhlYWRlcigpIHtcbiAgICB3cml0ZVVURkJ5dGVzKHN0cmVhbSwgXCJHSUY4OWFcIik7XG4gIH1cbn1cblxuZnVuY3Rpb24gZW5jb2RlR3JhcGhpY0NvbnRyb2xFeHQoXG4gIHN0cmVhbSxcbiAgZGlzcG9zZSxcbiAgZGVsYXksXG4gIHRyYW5zcGFyZW50LFxuICB0cmFuc3BhcmVudEluZGV4XG4pIHtcbiAgc3RyZWFtLndyaXRlQnl0ZSgweDIxKTsgLy8gZXh0ZW5zaW9uIGludHJvZHVjZXJcbiAgc3RyZWFtLndyaXRlQnl0ZSgweGY5KTsgLy8gR0NFIGxhYmVsXG4gIHN0cmVhbS53cml0ZUJ5dGUoNCk7IC8vIGRhdGEgYmxvY2sgc2l6ZVxuXG4gIGlmICh0cmFuc3BhcmVudEluZGV4IDwgMCkge1xuICAgIHRyYW5zcGFyZW50SW5kZXggPSAweDAwO1xuICAgIHRyYW5zcGFyZW50ID0gZmFsc2U7XG4gIH1cblxuICB2YXIgdHJhbnNwLCBkaXNwO1xuICBpZiAoIXRyYW5zcGFyZW50KSB7XG4gICAgdHJhbnNwID0gMDtcbiAgICBkaXNwID0gMDsgLy8gZGlzcG9zZSA9IG5vIGFjdGlvblxuICB9IGVsc2Uge1xuICAgIHRyYW5zcCA9IDE7XG4gICAgZGlzcCA9IDI7IC8vIGZvcmNlIGNsZWFyIGlmIHVzaW5nIHRyYW5zcGFyZW50IGNvbG9yXG4gIH1cblxuICBpZiAoZGlzcG9zZSA+PSAwKSB7XG4gICAgZGlzcCA9IGRpc3Bvc2UgJiA3OyAvLyB1c2VyIG92ZXJyaWRlXG4gIH1cblxuICBkaXNwIDw8PSAyO1xuXG4gIGNvbnN0IHVzZXJJbnB1dCA9IDA7XG5cbiAgLy8gcGFja2VkIGZpZWxkc1xuICBzdHJlYW0ud3JpdGVCeXRlKFxuICAgIDAgfCAvLyAxOjMgcmVzZXJ2ZWRcbiAgICAgIGRpc3AgfCAvLyA0OjYgZGlzcG9zYWxcbiAgICAgIHVzZXJJbnB1dCB8IC8vIDcgdXNlciBpbnB1dCAtIDAgPSBub25lXG4gICAgICB0cmFuc3AgLy8gOCB0cmFuc3BhcmVuY3kgZmxhZ1xuICApO1xuXG4gIHdyaXRlVUludDE2KHN0cmVhbSwgZGVsYXkpOyAvLyBkZWxheSB4IDEvMTAwIHNlY1xuICBzdHJlYW0ud3JpdGVCeXRlKHRyYW5zcGFyZW50SW5kZXggfHwgMHgwMCk7IC8vIHRyYW5zcGFyZW50IGNvbG9yIGluZGV4XG4gIHN0cmVhbS53cml0ZUJ5dGUoMCk7IC8vIGJsb2NrIHRlcm1pbmF0b3Jcbn1cblxuZnVuY3Rpb24gZW5jb2RlTG9naWNhbFNjcmVlbkRlc2NyaXB0b3IoXG4gIHN0cmVhbSxcbiAgd2lkdGgsXG4gIGhlaWdodCxcbiAgcGFsZXR0ZSxcbiAgY29sb3JEZXB0aCA9IDhcbikge1xuICBjb25zdCBnbG9iYWxDb2xvclRhYmxlRmxhZyA9IDE7XG4gIGNvbnN0IHNvcnRGbGFnID0gMDtcbiAgY29uc3QgZ2xvYmFsQ29sb3JUYWJsZVNpemUgPSBjb2xvclRhYmxlU2l6ZShwYWxldHRlLmxlbmd0aCkgLSAxO1xuICBjb25zdCBmaWVsZHMgPVxuICAgIChnbG9iYWxDb2xvclRhYmxlRmxhZyA8PCA3KSB8XG4gICAgKChjb2xvckRlcHRoIC0gMSkgPDwgNCkgfFxuICAgIChzb3J0RmxhZyA8PCAzKSB8XG4gICAgZ2xvYmFsQ29sb3JUYWJsZVNpemU7XG4gIGNvbnN0IGJhY2tncm91bmRDb2xvckluZGV4ID0gMDtcbiAgY29uc3QgcGl4ZWxBc3BlY3RSYXRpbyA9IDA7XG4gIHdyaXRlVUludDE2KHN0cmVhbSwgd2lkdGgpO1xuICB3cml0ZVVJbnQxNihzdHJlYW0sIGhlaWdodCk7XG4gIHN0cmVhbS53cml0ZUJ5dGVzKFtmaWVsZHMsIGJhY2tncm91bmRDb2xvckluZGV4LCBwaXhlbEFzcGVjdFJhdGlvXSk7XG59XG5cbmZ1bmN0aW9uIGVuY29kZU5ldHNjYXBlRXh0KHN0cmVhbSwgcmVwZWF0KSB7XG4gIHN0cmVhbS53cml0ZUJ5dGUoMHgyMSk7IC8vIGV4dGVuc2lvbiBpbnRyb2R1Y2VyXG4gIHN0cmVhbS53cml0ZUJ5dGUoMHhmZik7IC8vIGFwcCBleHRlbnNpb24gbGFiZWxcbiAgc3RyZWFtLndyaXRlQnl0ZSgxMSk7IC8vIGJsb2NrIHNpemVcbiAgd3JpdGVVVEZCeXRlcyhzdHJlYW0sIFwiTkVUU0NBUEUyLjBcIik7IC8vIGFwcCBpZCArIGF1dGggY29kZVxuICBzdHJlYW0ud3JpdGVCeXRlKDMpOyAvLyBzdWItYmxvY2sgc2l6ZVxuICBzdHJlYW0ud3JpdGVCeXRlKDEpOyAvLyBsb29wIHN1Yi1ibG9jayBpZFxuICB3cml0ZVVJbnQxNihzdHJlYW0sIHJlcGVhdCk7IC8vIGxvb3AgY291bnQgKGV4dHJhIGl0ZXJhdGlvbnMsIDA9cmVwZWF0IGZvcmV2ZXIpXG4gIHN0cmVhbS53cml0ZUJ5dGUoMCk7IC8vIGJsb2NrIHRlcm1pbmF0b3Jcbn1cblxuZnVuY3Rpb24gZW5jb2RlQ29sb3JUYWJsZShzdHJlYW0sIHBhbGV0dGUpIHtcbiAgY29uc3QgY29sb3JUYWJsZUxlbmd0aCA9IDEgPDwgY29sb3JUYWJsZVNpemUocGFsZXR0ZS5sZW5ndGgpO1xuICBmb3IgKGxldCBpID0gMDsgaSA8IGNvbG9yVGFibGVMZW5ndGg7IGkrKykge1xuICAgIGxldCBjb2xvciA9IFswLCAwLCAwXTtcbiAgICBpZiAoaSA8IHBhbGV0dGUubGVuZ3RoKSB7XG4gICAgICBjb2xvciA9IHBhbGV0dGVbaV07XG4gICAgfVxuICAgIHN0cmVhbS53cml0ZUJ5dGUoY29sb3JbMF0pO1xuICAgIHN0cmVhbS53cml0ZUJ5dGUoY29sb3JbMV0pO1xuICAgIHN0cmVhbS53cml0ZUJ5dGUoY29sb3JbMl0pO1xuICB9XG59XG5cbmZ1bmN0aW9uIGVuY29kZUltYWdlRGVzY3JpcHRvcihzdHJlYW0sIHdpZHRoLCBoZWlnaHQsIGxvY2FsUGFsZXR0ZSkge1xuICBzdHJlYW0ud3JpdGVCeXRlKDB4MmMpOyAvLyBpbWFnZSBzZXBhcmF0b3JcblxuICB3cml0ZVVJbnQxNihzdHJlYW0sIDApOyAvLyB4IHBvc2l0aW9uXG4gIHdyaXRlVUludDE2KHN0cmVhbSwgMCk7IC8vIHkgcG9zaXRpb25cbiAgd3JpdGVVSW50MTYoc3RyZWFtLCB3aWR0aCk7IC8vIGltYWdlIHNpemVcbiAgd3JpdGVVSW50MTYoc3RyZWFtLCBoZWlnaHQpO1xuXG4gIGlmIChsb2NhbFBhbGV0dGUpIHtcbiAgICBjb25zdCBpbnRlcmxhY2UgPSAwO1xuICAgIGNvbnN0IHNvcnRlZCA9IDA7XG4gICAgY29uc3QgcGFsU2l6ZSA9IGNvbG9yVGFibGVTaXplKGxvY2FsUGFsZXR0ZS5sZW5ndGgpIC0gMTtcbiAgICAvLyBsb2NhbCBwYWxldHRlXG4gICAgc3RyZWFtLndyaXRlQnl0ZShcbiAgICAgIDB4ODAgfCAvLyAxIGxvY2FsIGNvbG9yIHRhYmxlIDE9eWVzXG4gICAgICAgIGludGVybGFjZSB8IC8vIDIgaW50ZXJsYWNlIC0gMD1ub1xuICAgICAgICBzb3J0ZWQgfCAvLyAzIHNvcnRlZCAtIDA9bm9cbiAgICAgICAgMCB8IC8vIDQtNSByZXNlcnZlZFxuICAgICAgICBwYWxTaXplIC8vIDYtOCBzaXplIG9mIGNvbG9yIHRhYmxlXG4gICAgKTtcbiAgfSBlbHNlIHtcbiAgICAvLyBnbG9iYWwgcGFsZXR0ZVxuICAgIHN0cmVhbS53cml0ZUJ5dGUoMCk7XG4gIH1cbn1cblxuZnVuY3Rpb24gZW5jb2RlUGl4ZWxzKFxuICBzdHJlYW0sXG4gIGluZGV4LFxuICB3aWR0aCxcbiAgaGVpZ2h0LFxuICBjb2xvckRlcHRoID0gOCxcbiAgYWNjdW0sXG4gIGh0YWIsXG4gIGNvZGV0YWJcbikge1xuICBsendFbmNvZGUod2lkdGgsIGhlaWdodCwgaW5kZXgsIGNvbG9yRGVwdGgsIHN0cmVhbSwgYWNjdW0sIGh0YWIsIGNvZGV0YWIpO1xufVxuXG4vLyBVdGlsaXRpZXNcblxuZnVuY3Rpb24gd3JpdGVVSW50MTYoc3RyZWFtLCBzaG9ydCkge1xuICBzdHJlYW0ud3JpdGVCeXRlKHNob3J0ICYgMHhmZik7XG4gIHN0cmVhbS53cml0ZUJ5dGUoKHNob3J0ID4+IDgpICYgMHhmZik7XG59XG5cbmZ1bmN0aW9uIHdyaXRlVVRGQnl0ZXMoc3RyZWFtLCB0ZXh0KSB7XG4gIGZvciAodmFyIGkgPSAwOyBpIDwgdGV4dC5sZW5ndGg7IGkrKykge1xuICAgIHN0cmVhbS53cml0ZUJ5dGUodGV4dC5jaGFyQ29kZUF0KGkpKTtcbiAgfVxufVxuXG5mdW5jdGlvbiBjb2xvclRhYmxlU2l6ZShsZW5ndGgpIHtcbiAgcmV0dXJuIE1hdGgubWF4KE1hdGguY2VpbChNYXRoLmxvZzIobGVuZ3RoKSksIDEpO1xufVxuXG5leHBvcnQge1xuICBHSUZFbmNvZGVyLFxuICBxdWFudGl6ZSxcbiAgcHJlcXVhbnRpemUsXG4gIGFwcGx5UGFsZXR0ZSxcbiAgbmVhcmVzdENvbG9ySW5kZXgsXG4gIG5lYXJlc3RDb2xvcixcbiAgbmVhcmVzdENvbG9ySW5kZXhXaXRoRGlzdGFuY2UsXG4gIHNuYXBDb2xvcnNUb1BhbGV0dGUsXG59O1xuXG5leHBvcnQgZGVmYXVsdCBHSUZFbmNvZGVyO1xuIiwgImV4cG9ydCBkZWZhdWx0IHtcbiAgc2lnbmF0dXJlOiBcIkdJRlwiLFxuICB2ZXJzaW9uOiBcIjg5YVwiLFxuICB0cmFpbGVyOiAweDNCLFxuICBleHRlbnNpb25JbnRyb2R1Y2VyOiAweDIxLFxuICBhcHBsaWNhdGlvbkV4dGVuc2lvbkxhYmVsOiAweEZGLFxuICBncmFwaGljQ29udHJvbEV4dGVuc2lvbkxhYmVsOiAweEY5LFxuICBpbWFnZVNlcGFyYXRvcjogMHgyQyxcbiAgLy8gSGVhZGVyXG4gIHNpZ25hdHVyZVNpemU6IDMsXG4gIHZlcnNpb25TaXplOiAzLFxuICBnbG9iYWxDb2xvclRhYmxlRmxhZ01hc2s6IDBiMTAwMDAwMDAsXG4gIGNvbG9yUmVzb2x1dGlvbk1hc2s6IDBiMDExMTAwMDAsXG4gIHNvcnRGbGFnTWFzazogMGIwMDAwMTAwMCxcbiAgZ2xvYmFsQ29sb3JUYWJsZVNpemVNYXNrOiAwYjAwMDAwMTExLFxuICAvLyBBcHBsaWNhdGlvbiBleHRlbnNpb25cbiAgYXBwbGljYXRpb25JZGVudGlmaWVyU2l6ZTogOCxcbiAgYXBwbGljYXRpb25BdXRoQ29kZVNpemU6IDMsXG4gIC8vIEdyYXBoaWMgY29udHJvbCBleHRlbnNpb25cbiAgZGlzcG9zYWxNZXRob2RNYXNrOiAwYjAwMDExMTAwLFxuICB1c2VySW5wdXRGbGFnTWFzazogMGIwMDAwMDAxMCxcbiAgdHJhbnNwYXJlbnRDb2xvckZsYWdNYXNrOiAwYjAwMDAwMDAxLFxuICAvLyBJbWFnZSBkZXNjcmlwdG9yXG4gIGxvY2FsQ29sb3JUYWJsZUZsYWdNYXNrOiAwYjEwMDAwMDAwLFxuICBpbnRlcmxhY2VGbGFnTWFzazogMGIwMTAwMDAwMCxcbiAgaWRTb3J0RmxhZ01hc2s6IDBiMDAxMDAwMDAsXG4gIGxvY2FsQ29sb3JUYWJsZVNpemVNYXNrOiAwYjAwMDAwMTExXG59XG4iLCAiZXhwb3J0IGRlZmF1bHQgZnVuY3Rpb24gY3JlYXRlU3RyZWFtKGluaXRpYWxDYXBhY2l0eSA9IDI1Nikge1xuICBsZXQgY3Vyc29yID0gMDtcbiAgbGV0IGNvbnRlbnRzID0gbmV3IFVpbnQ4QXJyYXkoaW5pdGlhbENhcGFjaXR5KTtcblxuICByZXR1cm4ge1xuICAgIGdldCBidWZmZXIoKSB7XG4gICAgICByZXR1cm4gY29udGVudHMuYnVmZmVyO1xuICAgIH0sXG4gICAgcmVzZXQoKSB7XG4gICAgICBjdXJzb3IgPSAwO1xuICAgIH0sXG4gICAgYnl0ZXNWaWV3KCkge1xuICAgICAgcmV0dXJuIGNvbnRlbnRzLnN1YmFycmF5KDAsIGN1cnNvcik7XG4gICAgfSxcbiAgICBieXRlcygpIHtcbiAgICAgIHJldHVybiBjb250ZW50cy5zbGljZSgwLCBjdXJzb3IpO1xuICAgIH0sXG4gICAgd3JpdGVCeXRlKGJ5dGUpIHtcbiAgICAgIGV4cGFuZChjdXJzb3IgKyAxKTtcbiAgICAgIGNvbnRlbnRzW2N1cnNvcl0gPSBieXRlO1xuICAgICAgY3Vyc29yKys7XG4gICAgfSxcbiAgICB3cml0ZUJ5dGVzKGRhdGEsIG9mZnNldCA9IDAsIGJ5dGVMZW5ndGggPSBkYXRhLmxlbmd0aCkge1xuICAgICAgZXhwYW5kKGN1cnNvciArIGJ5dGVMZW5ndGgpO1xuICAgICAgZm9yIChsZXQgaSA9IDA7IGkgPCBieXRlTGVuZ3RoOyBpKyspIHtcbiAgICAgICAgY29udGVudHNbY3Vyc29yKytdID0gZGF0YVtpICsgb2Zmc2V0XTtcbiAgICAgIH1cbiAgICB9LFxuICAgIHdyaXRlQnl0ZXNWaWV3KGRhdGEsIG9mZnNldCA9IDAsIGJ5dGVMZW5ndGggPSBkYXRhLmJ5dGVMZW5ndGgpIHtcbiAgICAgIGV4cGFuZChjdXJzb3IgKyBieXRlTGVuZ3RoKTtcbiAgICAgIGNvbnRlbnRzLnNldChkYXRhLnN1YmFycmF5KG9mZnNldCwgb2Zmc2V0ICsgYnl0ZUxlbmd0aCksIGN1cnNvcik7XG4gICAgICBjdXJzb3IgKz0gYnl0ZUxlbmd0aDtcbiAgICB9LFxuICB9O1xuXG4gIGZ1bmN0aW9uIGV4cGFuZChuZXdDYXBhY2l0eSkge1xuICAgIHZhciBwcmV2Q2FwYWNpdHkgPSBjb250ZW50cy5sZW5ndGg7XG4gICAgaWYgKHByZXZDYXBhY2l0eSA+PSBuZXdDYXBhY2l0eSkgcmV0dXJuOyAvLyBObyBuZWVkIHRvIGV4cGFuZCwgdGhlIHN0b3JhZ2Ugd2FzIGFscmVhZHkgbGFyZ2UgZW5vdWdoLlxuICAgIC8vIERvbid0IGV4cGFuZCBzdHJpY3RseSB0byB0aGUgZ2l2ZW4gcmVxdWVzdGVkIGxpbWl0IGlmIGl0J3Mgb25seSBhIHZlcnkgc21hbGwgaW5jcmVhc2UsIGJ1dCBpbnN0ZWFkIGdlb21ldHJpY2FsbHkgZ3JvdyBjYXBhY2l0eS5cbiAgICAvLyBGb3Igc21hbGwgZmlsZXNpemVzICg8MU1CKSwgcGVyZm9ybSBzaXplKjIgZ2VvbWV0cmljIGluY3JlYXNlLCBidXQgZm9yIGxhcmdlIHNpemVzLCBkbyBhIG11Y2ggbW9yZSBjb25zZXJ2YXRpdmUgc2l6ZSoxLjEyNSBpbmNyZWFzZSB0b1xuICAgIC8vIGF2b2lkIG92ZXJzaG9vdGluZyB0aGUgYWxsb2NhdGlvbiBjYXAgYnkgYSB2ZXJ5IGxhcmdlIG1hcmdpbi5cbiAgICB2YXIgQ0FQQUNJVFlfRE9VQkxJTkdfTUFYID0gMTAyNCAqIDEwMjQ7XG4gICAgbmV3Q2FwYWNpdHkgPSBNYXRoLm1heChcbiAgICAgIG5ld0NhcGFjaXR5LFxuICAgICAgKHByZXZDYXBhY2l0eSAqIChwcmV2Q2FwYWNpdHkgPCBDQVBBQ0lUWV9ET1VCTElOR19NQVggPyAyLjAgOiAxLjEyNSkpID4+PlxuICAgICAgICAwXG4gICAgKTtcbiAgICBpZiAocHJldkNhcGFjaXR5ICE9IDApIG5ld0NhcGFjaXR5ID0gTWF0aC5tYXgobmV3Q2FwYWNpdHksIDI1Nik7IC8vIEF0IG1pbmltdW0gYWxsb2NhdGUgMjU2YiBmb3IgZWFjaCBmaWxlIHdoZW4gZXhwYW5kaW5nLlxuICAgIGNvbnN0IG9sZENvbnRlbnRzID0gY29udGVudHM7XG4gICAgY29udGVudHMgPSBuZXcgVWludDhBcnJheShuZXdDYXBhY2l0eSk7IC8vIEFsbG9jYXRlIG5ldyBzdG9yYWdlLlxuICAgIGlmIChjdXJzb3IgPiAwKSBjb250ZW50cy5zZXQob2xkQ29udGVudHMuc3ViYXJyYXkoMCwgY3Vyc29yKSwgMCk7XG4gIH1cbn1cbiIsICIvKlxuICBMWldFbmNvZGVyLmpzXG4gIEF1dGhvcnNcbiAgS2V2aW4gV2VpbmVyIChvcmlnaW5hbCBKYXZhIHZlcnNpb24gLSBrd2VpbmVyQGZtc3dhcmUuY29tKVxuICBUaGliYXVsdCBJbWJlcnQgKEFTMyB2ZXJzaW9uIC0gYnl0ZWFycmF5Lm9yZylcbiAgSm9oYW4gTm9yZGJlcmcgKEpTIHZlcnNpb24gLSBjb2RlQGpvaGFuLW5vcmRiZXJnLmNvbSlcbiAgQWNrbm93bGVkZ2VtZW50c1xuICBHSUZDT01QUi5DIC0gR0lGIEltYWdlIGNvbXByZXNzaW9uIHJvdXRpbmVzXG4gIExlbXBlbC1aaXYgY29tcHJlc3Npb24gYmFzZWQgb24gJ2NvbXByZXNzJy4gR0lGIG1vZGlmaWNhdGlvbnMgYnlcbiAgRGF2aWQgUm93bGV5IChtZ2FyZGlAd2F0ZGNzdS53YXRlcmxvby5lZHUpXG4gIEdJRiBJbWFnZSBjb21wcmVzc2lvbiAtIG1vZGlmaWVkICdjb21wcmVzcydcbiAgQmFzZWQgb246IGNvbXByZXNzLmMgLSBGaWxlIGNvbXByZXNzaW9uIGFsYSBJRUVFIENvbXB1dGVyLCBKdW5lIDE5ODQuXG4gIEJ5IEF1dGhvcnM6IFNwZW5jZXIgVy4gVGhvbWFzIChkZWN2YXghaGFycG8hdXRhaC1jcyF1dGFoLWdyIXRob21hcylcbiAgSmltIE1jS2llIChkZWN2YXghbWN2YXghamltKVxuICBTdGV2ZSBEYXZpZXMgKGRlY3ZheCF2YXgxMzUhcGV0c2QhcGVvcmEhc3JkKVxuICBLZW4gVHVya293c2tpIChkZWN2YXghZGVjd3JsIXR1cnRsZXZheCFrZW4pXG4gIEphbWVzIEEuIFdvb2RzIChkZWN2YXghaWhucDQhYW1lcyFqYXcpXG4gIEpvZSBPcm9zdCAoZGVjdmF4IXZheDEzNSFwZXRzZCFqb2UpXG4gIE1hdHQgRGVzTGF1cmllcnMgKEBtYXR0ZGVzbCAtIFY4L0pTIG9wdGltaXphdGlvbnMpXG4gIE1hdGhpZXUgSGVucmkgKEBwMDEgLSBKUyBvcHRpbWl6YXRpb24pXG4qL1xuXG5pbXBvcnQgY3JlYXRlU3RyZWFtIGZyb20gXCIuL3N0cmVhbS5qc1wiO1xuXG5jb25zdCBFT0YgPSAtMTtcbmNvbnN0IEJJVFMgPSAxMjtcbmNvbnN0IERFRkFVTFRfSFNJWkUgPSA1MDAzOyAvLyA4MCUgb2NjdXBhbmN5XG5jb25zdCBNQVNLUyA9IFtcbiAgMHgwMDAwLFxuICAweDAwMDEsXG4gIDB4MDAwMyxcbiAgMHgwMDA3LFxuICAweDAwMGYsXG4gIDB4MDAxZixcbiAgMHgwMDNmLFxuICAweDAwN2YsXG4gIDB4MDBmZixcbiAgMHgwMWZmLFxuICAweDAzZmYsXG4gIDB4MDdmZixcbiAgMHgwZmZmLFxuICAweDFmZmYsXG4gIDB4M2ZmZixcbiAgMHg3ZmZmLFxuICAweGZmZmYsXG5dO1xuXG5mdW5jdGlvbiBsendFbmNvZGUoXG4gIHdpZHRoLFxuICBoZWlnaHQsXG4gIHBpeGVscyxcbiAgY29sb3JEZXB0aCxcbiAgb3V0U3RyZWFtID0gY3JlYXRlU3RyZWFtKDUxMiksXG4gIGFjY3VtID0gbmV3IFVpbnQ4QXJyYXkoMjU2KSxcbiAgaHRhYiA9IG5ldyBJbnQzMkFycmF5KERFRkFVTFRfSFNJWkUpLFxuICBjb2RldGFiID0gbmV3IEludDMyQXJyYXkoREVGQVVMVF9IU0laRSlcbikge1xuICBjb25zdCBoc2l6ZSA9IGh0YWIubGVuZ3RoO1xuICBjb25zdCBpbml0Q29kZVNpemUgPSBNYXRoLm1heCgyLCBjb2xvckRlcHRoKTtcblxuICBhY2N1bS5maWxsKDApO1xuICBjb2RldGFiLmZpbGwoMCk7XG4gIGh0YWIuZmlsbCgtMSk7XG5cbiAgbGV0IGN1cl9hY2N1bSA9IDA7XG4gIGxldCBjdXJfYml0cyA9IDA7XG5cbiAgLy8gQWxnb3JpdGhtOiB1c2Ugb3BlbiBhZGRyZXNzaW5nIGRvdWJsZSBoYXNoaW5nIChubyBjaGFpbmluZykgb24gdGhlXG4gIC8vIHByZWZpeCBjb2RlIC8gbmV4dCBjaGFyYWN0ZXIgY29tYmluYXRpb24uIFdlIGRvIGEgdmFyaWFudCBvZiBLbnV0aCdzXG4gIC8vIGFsZ29yaXRobSBEICh2b2wuIDMsIHNlYy4gNi40KSBhbG9uZyB3aXRoIEcuIEtub3R0J3MgcmVsYXRpdmVseS1wcmltZVxuICAvLyBzZWNvbmRhcnkgcHJvYmUuIEhlcmUsIHRoZSBtb2R1bGFyIGRpdmlzaW9uIGZpcnN0IHByb2JlIGlzIGdpdmVzIHdheVxuICAvLyB0byBhIGZhc3RlciBleGNsdXNpdmUtb3IgbWFuaXB1bGF0aW9uLiBBbHNvIGRvIGJsb2NrIGNvbXByZXNzaW9uIHdpdGhcbiAgLy8gYW4gYWRhcHRpdmUgcmVzZXQsIHdoZXJlYnkgdGhlIGNvZGUgdGFibGUgaXMgY2xlYXJlZCB3aGVuIHRoZSBjb21wcmVzc2lvblxuICAvLyByYXRpbyBkZWNyZWFzZXMsIGJ1dCBhZnRlciB0aGUgdGFibGUgZmlsbHMuIFRoZSB2YXJpYWJsZS1sZW5ndGggb3V0cHV0XG4gIC8vIGNvZGVzIGFyZSByZS1zaXplZCBhdCB0aGlzIHBvaW50LCBhbmQgYSBzcGVjaWFsIENMRUFSIGNvZGUgaXMgZ2VuZXJhdGVkXG4gIC8vIGZvciB0aGUgZGVjb21wcmVzc29yLiBMYXRlIGFkZGl0aW9uOiBjb25zdHJ1Y3QgdGhlIHRhYmxlIGFjY29yZGluZyB0b1xuICAvLyBmaWxlIHNpemUgZm9yIG5vdGljZWFibGUgc3BlZWQgaW1wcm92ZW1lbnQgb24gc21hbGwgZmlsZXMuIFBsZWFzZSBkaXJlY3RcbiAgLy8gcXVlc3Rpb25zIGFib3V0IHRoaXMgaW1wbGVtZW50YXRpb24gdG8gYW1lcyFqYXcuXG5cbiAgLy8gY29tcHJlc3MgYW5kIHdyaXRlIHRoZSBwaXhlbCBkYXRhXG4gIGNvbnN0IGluaXRfYml0cyA9IGluaXRDb2RlU2l6ZSArIDE7XG5cbiAgLy8gU2V0IHVwIHRoZSBnbG9iYWxzOiBnX2luaXRfYml0cyAtIGluaXRpYWwgbnVtYmVyIG9mIGJpdHNcbiAgY29uc3QgZ19pbml0X2JpdHMgPSBpbml0X2JpdHM7XG5cbiAgLy8gU2V0IHVwIHRoZSBuZWNlc3NhcnkgdmFsdWVzXG5cbiAgLy8gYmxvY2sgY29tcHJlc3Npb24gcGFyYW1ldGVycyAtLSBhZnRlciBhbGwgY29kZXMgYXJlIHVzZWQgdXAsXG4gIC8vIGFuZCBjb21wcmVzc2lvbiByYXRlIGNoYW5nZXMsIHN0YXJ0IG92ZXIuXG4gIGxldCBjbGVhcl9mbGcgPSBmYWxzZTtcbiAgbGV0IG5fYml0cyA9IGdfaW5pdF9iaXRzO1xuICBsZXQgbWF4Y29kZSA9ICgxIDw8IG5fYml0cykgLSAxO1xuXG4gIGNvbnN0IENsZWFyQ29kZSA9IDEgPDwgKGluaXRfYml0cyAtIDEpO1xuICBjb25zdCBFT0ZDb2RlID0gQ2xlYXJDb2RlICsgMTtcbiAgbGV0IGZyZWVfZW50ID0gQ2xlYXJDb2RlICsgMjtcbiAgbGV0IGFfY291bnQgPSAwOyAvLyBjbGVhciBwYWNrZXRcblxuICBsZXQgZW50ID0gcGl4ZWxzWzBdO1xuXG4gIGxldCBoc2hpZnQgPSAwO1xuICBmb3IgKGxldCBmY29kZSA9IGhzaXplOyBmY29kZSA8IDY1NTM2OyBmY29kZSAqPSAyKSB7XG4gICAgKytoc2hpZnQ7XG4gIH1cbiAgaHNoaWZ0ID0gOCAtIGhzaGlmdDsgLy8gc2V0IGhhc2ggY29kZSByYW5nZSBib3VuZFxuXG4gIG91dFN0cmVhbS53cml0ZUJ5dGUoaW5pdENvZGVTaXplKTsgLy8gd3JpdGUgXCJpbml0aWFsIGNvZGUgc2l6ZVwiIGJ5dGVcblxuICBvdXRwdXQoQ2xlYXJDb2RlKTtcblxuICBjb25zdCBsZW5ndGggPSBwaXhlbHMubGVuZ3RoO1xuICBmb3IgKGxldCBpZHggPSAxOyBpZHggPCBsZW5ndGg7IGlkeCsrKSB7XG4gICAgbmV4dF9ibG9jazoge1xuICAgICAgY29uc3QgYyA9IHBpeGVsc1tpZHhdO1xuICAgICAgY29uc3QgZmNvZGUgPSAoYyA8PCBCSVRTKSArIGVudDtcbiAgICAgIGxldCBpID0gKGMgPDwgaHNoaWZ0KSBeIGVudDsgLy8geG9yIGhhc2hpbmdcbiAgICAgIGlmIChodGFiW2ldID09PSBmY29kZSkge1xuICAgICAgICBlbnQgPSBjb2RldGFiW2ldO1xuICAgICAgICBicmVhayBuZXh0X2Jsb2NrO1xuICAgICAgfVxuXG4gICAgICBjb25zdCBkaXNwID0gaSA9PT0gMCA/IDEgOiBoc2l6ZSAtIGk7IC8vIHNlY29uZGFyeSBoYXNoIChhZnRlciBHLiBLbm90dClcbiAgICAgIHdoaWxlIChodGFiW2ldID49IDApIHtcbiAgICAgICAgLy8gbm9uLWVtcHR5IHNsb3RcbiAgICAgICAgaSAtPSBkaXNwO1xuICAgICAgICBpZiAoaSA8IDApIGkgKz0gaHNpemU7XG4gICAgICAgIGlmIChodGFiW2ldID09PSBmY29kZSkge1xuICAgICAgICAgIGVudCA9IGNvZGV0YWJbaV07XG4gICAgICAgICAgYnJlYWsgbmV4dF9ibG9jaztcbiAgICAgICAgfVxuICAgICAgfVxuICAgICAgb3V0cHV0KGVudCk7XG4gICAgICBlbnQgPSBjO1xuICAgICAgaWYgKGZyZWVfZW50IDwgMSA8PCBCSVRTKSB7XG4gICAgICAgIGNvZGV0YWJbaV0gPSBmcmVlX2VudCsrOyAvLyBjb2RlIC0+IGhhc2h0YWJsZVxuICAgICAgICBodGFiW2ldID0gZmNvZGU7XG4gICAgICB9IGVsc2Uge1xuICAgICAgICAvLyBDbGVhciBvdXQgdGhlIGhhc2ggdGFibGVcbiAgICAgICAgLy8gdGFibGUgY2xlYXIgZm9yIGJsb2NrIGNvbXByZXNzXG4gICAgICAgIGh0YWIuZmlsbCgtMSk7XG4gICAgICAgIGZyZWVfZW50ID0gQ2xlYXJDb2RlICsgMjtcbiAgICAgICAgY2xlYXJfZmxnID0gdHJ1ZTtcbiAgICAgICAgb3V0cHV0KENsZWFyQ29kZSk7XG4gICAgICB9XG4gICAgfVxuICB9XG5cbiAgLy8gUHV0IG91dCB0aGUgZmluYWwgY29kZS5cbiAgb3V0cHV0KGVudCk7XG4gIG91dHB1dChFT0ZDb2RlKTtcblxuICBvdXRTdHJlYW0ud3JpdGVCeXRlKDApOyAvLyB3cml0ZSBibG9jayB0ZXJtaW5hdG9yXG4gIHJldHVybiBvdXRTdHJlYW0uYnl0ZXNWaWV3KCk7XG5cbiAgZnVuY3Rpb24gb3V0cHV0KGNvZGUpIHtcbiAgICBjdXJfYWNjdW0gJj0gTUFTS1NbY3VyX2JpdHNdO1xuXG4gICAgaWYgKGN1cl9iaXRzID4gMCkgY3VyX2FjY3VtIHw9IGNvZGUgPDwgY3VyX2JpdHM7XG4gICAgZWxzZSBjdXJfYWNjdW0gPSBjb2RlO1xuXG4gICAgY3VyX2JpdHMgKz0gbl9iaXRzO1xuXG4gICAgd2hpbGUgKGN1cl9iaXRzID49IDgpIHtcbiAgICAgIC8vIEFkZCBhIGNoYXJhY3RlciB0byB0aGUgZW5kIG9mIHRoZSBjdXJyZW50IHBhY2tldCwgYW5kIGlmIGl0IGlzIDI1NFxuICAgICAgLy8gY2hhcmFjdGVycywgZmx1c2ggdGhlIHBhY2tldCB0byBkaXNrLlxuICAgICAgYWNjdW1bYV9jb3VudCsrXSA9IGN1cl9hY2N1bSAmIDB4ZmY7XG4gICAgICBpZiAoYV9jb3VudCA+PSAyNTQpIHtcbiAgICAgICAgb3V0U3RyZWFtLndyaXRlQnl0ZShhX2NvdW50KTtcbiAgICAgICAgb3V0U3RyZWFtLndyaXRlQnl0ZXNWaWV3KGFjY3VtLCAwLCBhX2NvdW50KTtcbiAgICAgICAgYV9jb3VudCA9IDA7XG4gICAgICB9XG4gICAgICBjdXJfYWNjdW0gPj49IDg7XG4gICAgICBjdXJfYml0cyAtPSA4O1xuICAgIH1cblxuICAgIC8vIElmIHRoZSBuZXh0IGVudHJ5IGlzIGdvaW5nIHRvIGJlIHRvbyBiaWcgZm9yIHRoZSBjb2RlIHNpemUsXG4gICAgLy8gdGhlbiBpbmNyZWFzZSBpdCwgaWYgcG9zc2libGUuXG4gICAgaWYgKGZyZWVfZW50ID4gbWF4Y29kZSB8fCBjbGVhcl9mbGcpIHtcbiAgICAgIGlmIChjbGVhcl9mbGcpIHtcbiAgICAgICAgbl9iaXRzID0gZ19pbml0X2JpdHM7XG4gICAgICAgIG1heGNvZGUgPSAoMSA8PCBuX2JpdHMpIC0gMTtcbiAgICAgICAgY2xlYXJfZmxnID0gZmFsc2U7XG4gICAgICB9IGVsc2Uge1xuICAgICAgICArK25fYml0cztcbiAgICAgICAgbWF4Y29kZSA9IG5fYml0cyA9PT0gQklUUyA/ICgxIDw8IG5fYml0cykgOiAoMSA8PCBuX2JpdHMpIC0gMTtcbiAgICAgIH1cbiAgICB9XG5cbiAgICBpZiAoY29kZSA9PSBFT0ZDb2RlKSB7XG4gICAgICAvLyBBdCBFT0YsIHdyaXRlIHRoZSByZXN0IG9mIHRoZSBidWZmZXIuXG4gICAgICB3aGlsZSAoY3VyX2JpdHMgPiAwKSB7XG4gICAgICAgIC8vIEFkZCBhIGNoYXJhY3RlciB0byB0aGUgZW5kIG9mIHRoZSBjdXJyZW50IHBhY2tldCwgYW5kIGlmIGl0IGlzIDI1NFxuICAgICAgICAvLyBjaGFyYWN0ZXJzLCBmbHVzaCB0aGUgcGFja2V0IHRvIGRpc2suXG4gICAgICAgIGFjY3VtW2FfY291bnQrK10gPSBjdXJfYWNjdW0gJiAweGZmO1xuICAgICAgICBpZiAoYV9jb3VudCA+PSAyNTQpIHtcbiAgICAgICAgICBvdXRTdHJlYW0ud3JpdGVCeXRlKGFfY291bnQpO1xuICAgICAgICAgIG91dFN0cmVhbS53cml0ZUJ5dGVzVmlldyhhY2N1bSwgMCwgYV9jb3VudCk7XG4gICAgICAgICAgYV9jb3VudCA9IDA7XG4gICAgICAgIH1cbiAgICAgICAgY3VyX2FjY3VtID4+PSA4O1xuICAgICAgICBjdXJfYml0cyAtPSA4O1xuICAgICAgfVxuICAgICAgLy8gRmx1c2ggdGhlIHBhY2tldCB0byBkaXNrLCBhbmQgcmVzZXQgdGhlIGFjY3VtdWxhdG9yXG4gICAgICBpZiAoYV9jb3VudCA+IDApIHtcbiAgICAgICAgb3V0U3RyZWFtLndyaXRlQnl0ZShhX2NvdW50KTtcbiAgICAgICAgb3V0U3RyZWFtLndyaXRlQnl0ZXNWaWV3KGFjY3VtLCAwLCBhX2NvdW50KTtcbiAgICAgICAgYV9jb3VudCA9IDA7XG4gICAgICB9XG4gICAgfVxuICB9XG59XG5cbmV4cG9ydCBkZWZhdWx0IGx6d0VuY29kZTtcbiIsICJleHBvcnQgZnVuY3Rpb24gdWludDMyX3RvX3JnYmEoY29sb3IpIHtcbiAgdmFyIGEgPSAoY29sb3IgPj4gMjQpICYgMHhmZjtcbiAgdmFyIGIgPSAoY29sb3IgPj4gMTYpICYgMHhmZjtcbiAgdmFyIGcgPSAoY29sb3IgPj4gOCkgJiAweGZmO1xuICB2YXIgciA9IGNvbG9yICYgMHhmZjtcbiAgcmV0dXJuIFtyLCBnLCBiLCBhXTtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIHJnYmFfdG9fdWludDMyKHIsIGcsIGIsIGEpIHtcbiAgcmV0dXJuIChhIDw8IDI0KSB8IChiIDw8IDE2KSB8IChnIDw8IDgpIHwgcjtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIHJnYjg4OF90b19yZ2I1NjUociwgZywgYikge1xuICByZXR1cm4gKChyIDw8IDgpICYgMHhmODAwKSB8ICgoZyA8PCAyKSAmIDB4MDNlMCkgfCAoYiA+PiAzKTtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIHJnYmE4ODg4X3RvX3JnYmE0NDQ0KHIsIGcsIGIsIGEpIHtcbiAgcmV0dXJuIChyID4+IDQpIHwgKGcgJiAweGYwKSB8ICgoYiAmIDB4ZjApIDw8IDQpIHwgKChhICYgMHhmMCkgPDwgOCk7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiByZ2I4ODhfdG9fcmdiNDQ0KHIsIGcsIGIpIHtcbiAgcmV0dXJuICgociA+PiA0KSA8PCA4KSB8IChnICYgMHhmMCkgfCAoYiA+PiA0KTtcbn1cblxuLy8gQWx0ZXJuYXRpdmUgNTY1ID9cbi8vIHJldHVybiAoKHIgJiAweGY4KSA8PCA4KSArICgoZyAmIDB4ZmMpIDw8IDMpICsgKGIgPj4gMyk7XG5cbi8vIEFsdGVybmF0aXZlIDQ0NDQgP1xuLy8gKChhICYgMHhmMCkgPDwgOCkgfCAoKHIgJiAweGYwKSA8PCA0KSB8IChnICYgMHhmMCkgfCAoYiA+PiA0KTtcbiIsICIvLyBNb2RpZmllZCBmcm9tOlxuLy8gaHR0cHM6Ly9naXRodWIuY29tL21jeWNoYW4vUG5uUXVhbnQuanMvYmxvYi9tYXN0ZXIvc3JjL3BubnF1YW50LmpzXG5cbi8qIEZhc3QgcGFpcndpc2UgbmVhcmVzdCBuZWlnaGJvciBiYXNlZCBhbGdvcml0aG0gZm9yIG11bHRpbGV2ZWwgdGhyZXNob2xkaW5nXG5Db3B5cmlnaHQgKEMpIDIwMDQtMjAxOSBNYXJrIFR5bGVyIGFuZCBEbWl0cnkgR3Jvc2hldlxuQ29weXJpZ2h0IChjKSAyMDE4LTIwMjEgTWlsbGVyIEN5IENoYW5cbiogZXJyb3IgbWVhc3VyZTsgdGltZSB1c2VkIGlzIHByb3BvcnRpb25hbCB0byBudW1iZXIgb2YgYmlucyBzcXVhcmVkIC0gV0ogKi9cblxuaW1wb3J0IHtcbiAgcmdiODg4X3RvX3JnYjU2NSxcbiAgcmdiODg4X3RvX3JnYjQ0NCxcbiAgcmdiYTg4ODhfdG9fcmdiYTQ0NDQsXG59IGZyb20gXCIuL3JnYi1wYWNraW5nLmpzXCI7XG5cbmZ1bmN0aW9uIGNsYW1wKHZhbHVlLCBtaW4sIG1heCkge1xuICByZXR1cm4gdmFsdWUgPCBtaW4gPyBtaW4gOiB2YWx1ZSA+IG1heCA/IG1heCA6IHZhbHVlO1xufVxuXG5mdW5jdGlvbiBzcXIodmFsdWUpIHtcbiAgcmV0dXJuIHZhbHVlICogdmFsdWU7XG59XG5cbmZ1bmN0aW9uIGZpbmRfbm4oYmlucywgaWR4LCBoYXNBbHBoYSkge1xuICB2YXIgbm4gPSAwO1xuICB2YXIgZXJyID0gMWUxMDA7XG5cbiAgY29uc3QgYmluMSA9IGJpbnNbaWR4XTtcbiAgY29uc3QgbjEgPSBiaW4xLmNudDtcbiAgY29uc3Qgd2EgPSBiaW4xLmFjO1xuICBjb25zdCB3ciA9IGJpbjEucmM7XG4gIGNvbnN0IHdnID0gYmluMS5nYztcbiAgY29uc3Qgd2IgPSBiaW4xLmJjO1xuICBmb3IgKHZhciBpID0gYmluMS5mdzsgaSAhPSAwOyBpID0gYmluc1tpXS5mdykge1xuICAgIGNvbnN0IGJpbiA9IGJpbnNbaV07XG4gICAgY29uc3QgbjIgPSBiaW4uY250O1xuICAgIGNvbnN0IG5lcnIyID0gKG4xICogbjIpIC8gKG4xICsgbjIpO1xuICAgIGlmIChuZXJyMiA+PSBlcnIpIGNvbnRpbnVlO1xuXG4gICAgdmFyIG5lcnIgPSAwO1xuICAgIGlmIChoYXNBbHBoYSkge1xuICAgICAgbmVyciArPSBuZXJyMiAqIHNxcihiaW4uYWMgLSB3YSk7XG4gICAgICBpZiAobmVyciA+PSBlcnIpIGNvbnRpbnVlO1xuICAgIH1cblxuICAgIG5lcnIgKz0gbmVycjIgKiBzcXIoYmluLnJjIC0gd3IpO1xuICAgIGlmIChuZXJyID49IGVycikgY29udGludWU7XG5cbiAgICBuZXJyICs9IG5lcnIyICogc3FyKGJpbi5nYyAtIHdnKTtcbiAgICBpZiAobmVyciA+PSBlcnIpIGNvbnRpbnVlO1xuXG4gICAgbmVyciArPSBuZXJyMiAqIHNxcihiaW4uYmMgLSB3Yik7XG4gICAgaWYgKG5lcnIgPj0gZXJyKSBjb250aW51ZTtcbiAgICBlcnIgPSBuZXJyO1xuICAgIG5uID0gaTtcbiAgfVxuICBiaW4xLmVyciA9IGVycjtcbiAgYmluMS5ubiA9IG5uO1xufVxuXG5mdW5jdGlvbiBjcmVhdGVfYmluKCkge1xuICByZXR1cm4ge1xuICAgIGFjOiAwLFxuICAgIHJjOiAwLFxuICAgIGdjOiAwLFxuICAgIGJjOiAwLFxuICAgIGNudDogMCxcbiAgICBubjogMCxcbiAgICBmdzogMCxcbiAgICBiazogMCxcbiAgICB0bTogMCxcbiAgICBtdG06IDAsXG4gICAgZXJyOiAwLFxuICB9O1xufVxuXG5mdW5jdGlvbiBiaW5fYWRkX3JnYihiaW4sIHIsIGcsIGIpIHtcbiAgYmluLnJjICs9IHI7XG4gIGJpbi5nYyArPSBnO1xuICBiaW4uYmMgKz0gYjtcbiAgYmluLmNudCsrO1xufVxuXG5mdW5jdGlvbiBjcmVhdGVfYmluX2xpc3QoZGF0YSwgZm9ybWF0KSB7XG4gIGNvbnN0IGJpbmNvdW50ID0gZm9ybWF0ID09PSBcInJnYjQ0NFwiID8gNDA5NiA6IDY1NTM2O1xuICBjb25zdCBiaW5zID0gbmV3IEFycmF5KGJpbmNvdW50KTtcbiAgY29uc3Qgc2l6ZSA9IGRhdGEubGVuZ3RoO1xuXG4gIC8qIEJ1aWxkIGhpc3RvZ3JhbSAqL1xuICAvLyBOb3RlOiBJbnN0ZWFkIG9mIGludHJvZHVjaW5nIGJyYW5jaGluZy9jb25kaXRpb25zXG4gIC8vIHdpdGhpbiBhIHZlcnkgaG90IHBlci1waXhlbCBpdGVyYXRpb24sIHdlIGp1c3QgZHVwbGljYXRlIHRoZSBjb2RlXG4gIC8vIGZvciBlYWNoIG5ldyBjb25kaXRpb25cbiAgaWYgKGZvcm1hdCA9PT0gXCJyZ2JhNDQ0NFwiKSB7XG4gICAgZm9yIChsZXQgaSA9IDA7IGkgPCBzaXplOyArK2kpIHtcbiAgICAgIGNvbnN0IGNvbG9yID0gZGF0YVtpXTtcbiAgICAgIGNvbnN0IGEgPSAoY29sb3IgPj4gMjQpICYgMHhmZjtcbiAgICAgIGNvbnN0IGIgPSAoY29sb3IgPj4gMTYpICYgMHhmZjtcbiAgICAgIGNvbnN0IGcgPSAoY29sb3IgPj4gOCkgJiAweGZmO1xuICAgICAgY29uc3QgciA9IGNvbG9yICYgMHhmZjtcblxuICAgICAgLy8gcmVkdWNlIHRvIHJnYjQ0NDQgMTYtYml0IHVpbnRcbiAgICAgIGNvbnN0IGluZGV4ID0gcmdiYTg4ODhfdG9fcmdiYTQ0NDQociwgZywgYiwgYSk7XG4gICAgICBsZXQgYmluID0gaW5kZXggaW4gYmlucyA/IGJpbnNbaW5kZXhdIDogKGJpbnNbaW5kZXhdID0gY3JlYXRlX2JpbigpKTtcbiAgICAgIGJpbi5yYyArPSByO1xuICAgICAgYmluLmdjICs9IGc7XG4gICAgICBiaW4uYmMgKz0gYjtcbiAgICAgIGJpbi5hYyArPSBhO1xuICAgICAgYmluLmNudCsrO1xuICAgIH1cbiAgfVxuICBcbiAgZWxzZSBpZiAoZm9ybWF0ID09PSBcInJnYjQ0NFwiKSB7XG4gICAgZm9yIChsZXQgaSA9IDA7IGkgPCBzaXplOyArK2kpIHtcbiAgICAgIGNvbnN0IGNvbG9yID0gZGF0YVtpXTtcbiAgICAgIGNvbnN0IGIgPSAoY29sb3IgPj4gMTYpICYgMHhmZjtcbiAgICAgIGNvbnN0IGcgPSAoY29sb3IgPj4gOCkgJiAweGZmO1xuICAgICAgY29uc3QgciA9IGNvbG9yICYgMHhmZjtcblxuICAgICAgLy8gcmVkdWNlIHRvIHJnYjQ0NCAxMi1iaXQgdWludFxuICAgICAgY29uc3QgaW5kZXggPSByZ2I4ODhfdG9fcmdiNDQ0KHIsIGcsIGIpO1xuICAgICAgbGV0IGJpbiA9IGluZGV4IGluIGJpbnMgPyBiaW5zW2luZGV4XSA6IChiaW5zW2luZGV4XSA9IGNyZWF0ZV9iaW4oKSk7XG4gICAgICBiaW4ucmMgKz0gcjtcbiAgICAgIGJpbi5nYyArPSBnO1xuICAgICAgYmluLmJjICs9IGI7XG4gICAgICBiaW4uY250Kys7XG4gICAgfVxuICB9IGVsc2Uge1xuICAgIGZvciAobGV0IGkgPSAwOyBpIDwgc2l6ZTsgKytpKSB7XG4gICAgICBjb25zdCBjb2xvciA9IGRhdGFbaV07XG4gICAgICBjb25zdCBiID0gKGNvbG9yID4+IDE2KSAmIDB4ZmY7XG4gICAgICBjb25zdCBnID0gKGNvbG9yID4+IDgpICYgMHhmZjtcbiAgICAgIGNvbnN0IHIgPSBjb2xvciAmIDB4ZmY7XG5cbiAgICAgIC8vIHJlZHVjZSB0byByZ2I1NjUgMTYtYml0IHVpbnRcbiAgICAgIGNvbnN0IGluZGV4ID0gcmdiODg4X3RvX3JnYjU2NShyLCBnLCBiKTtcbiAgICAgIGxldCBiaW4gPSBpbmRleCBpbiBiaW5zID8gYmluc1tpbmRleF0gOiAoYmluc1tpbmRleF0gPSBjcmVhdGVfYmluKCkpO1xuICAgICAgYmluLnJjICs9IHI7XG4gICAgICBiaW4uZ2MgKz0gZztcbiAgICAgIGJpbi5iYyArPSBiO1xuICAgICAgYmluLmNudCsrO1xuICAgIH1cbiAgfVxuICByZXR1cm4gYmlucztcbn1cblxuZXhwb3J0IGRlZmF1bHQgZnVuY3Rpb24gcXVhbnRpemUocmdiYSwgbWF4Q29sb3JzLCBvcHRzID0ge30pIHtcbiAgY29uc3Qge1xuICAgIGZvcm1hdCA9IFwicmdiNTY1XCIsXG4gICAgY2xlYXJBbHBoYSA9IHRydWUsXG4gICAgY2xlYXJBbHBoYUNvbG9yID0gMHgwMCxcbiAgICBjbGVhckFscGhhVGhyZXNob2xkID0gMCxcbiAgICBvbmVCaXRBbHBoYSA9IGZhbHNlLFxuICB9ID0gb3B0cztcblxuICBpZiAoIXJnYmEgfHwgIXJnYmEuYnVmZmVyKSB7XG4gICAgdGhyb3cgbmV3IEVycm9yKCdxdWFudGl6ZSgpIGV4cGVjdGVkIFJHQkEgVWludDhBcnJheSBkYXRhJyk7XG4gIH1cbiAgaWYgKCEocmdiYSBpbnN0YW5jZW9mIFVpbnQ4QXJyYXkpICYmICEocmdiYSBpbnN0YW5jZW9mIFVpbnQ4Q2xhbXBlZEFycmF5KSkge1xuICAgIHRocm93IG5ldyBFcnJvcigncXVhbnRpemUoKSBleHBlY3RlZCBSR0JBIFVpbnQ4QXJyYXkgZGF0YScpO1xuICB9XG4gIFxuICBjb25zdCBkYXRhID0gbmV3IFVpbnQzMkFycmF5KHJnYmEuYnVmZmVyKTtcblxuICBsZXQgdXNlU3FydCA9IG9wdHMudXNlU3FydCAhPT0gZmFsc2U7XG5cbiAgLy8gZm9ybWF0IGNhbiBiZTpcbiAgLy8gcmdiNTY1IChkZWZhdWx0KVxuICAvLyByZ2I0NDRcbiAgLy8gcmdiYTQ0NDRcblxuICBjb25zdCBoYXNBbHBoYSA9IGZvcm1hdCA9PT0gXCJyZ2JhNDQ0NFwiO1xuICBjb25zdCBiaW5zID0gY3JlYXRlX2Jpbl9saXN0KGRhdGEsIGZvcm1hdCk7XG4gIGNvbnN0IGJpbmNvdW50ID0gYmlucy5sZW5ndGg7XG4gIGNvbnN0IGJpbmNvdW50TWludXNPbmUgPSBiaW5jb3VudCAtIDE7XG4gIGNvbnN0IGhlYXAgPSBuZXcgVWludDMyQXJyYXkoYmluY291bnQgKyAxKTtcblxuICAvKiBDbHVzdGVyIG5vbmVtcHR5IGJpbnMgYXQgb25lIGVuZCBvZiBhcnJheSAqL1xuICB2YXIgbWF4YmlucyA9IDA7XG4gIGZvciAodmFyIGkgPSAwOyBpIDwgYmluY291bnQ7ICsraSkge1xuICAgIGNvbnN0IGJpbiA9IGJpbnNbaV07XG4gICAgaWYgKGJpbiAhPSBudWxsKSB7XG4gICAgICB2YXIgZCA9IDEuMCAvIGJpbi5jbnQ7XG4gICAgICBpZiAoaGFzQWxwaGEpIGJpbi5hYyAqPSBkO1xuICAgICAgYmluLnJjICo9IGQ7XG4gICAgICBiaW4uZ2MgKj0gZDtcbiAgICAgIGJpbi5iYyAqPSBkO1xuICAgICAgYmluc1ttYXhiaW5zKytdID0gYmluO1xuICAgIH1cbiAgfVxuXG4gIGlmIChzcXIobWF4Q29sb3JzKSAvIG1heGJpbnMgPCAwLjAyMikge1xuICAgIHVzZVNxcnQgPSBmYWxzZTtcbiAgfVxuXG4gIHZhciBpID0gMDtcbiAgZm9yICg7IGkgPCBtYXhiaW5zIC0gMTsgKytpKSB7XG4gICAgYmluc1tpXS5mdyA9IGkgKyAxO1xuICAgIGJpbnNbaSArIDFdLmJrID0gaTtcbiAgICBpZiAodXNlU3FydCkgYmluc1tpXS5jbnQgPSBNYXRoLnNxcnQoYmluc1tpXS5jbnQpO1xuICB9XG4gIGlmICh1c2VTcXJ0KSBiaW5zW2ldLmNudCA9IE1hdGguc3FydChiaW5zW2ldLmNudCk7XG5cbiAgdmFyIGgsIGwsIGwyO1xuICAvKiBJbml0aWFsaXplIG5lYXJlc3QgbmVpZ2hib3JzIGFuZCBidWlsZCBoZWFwIG9mIHRoZW0gKi9cbiAgZm9yIChpID0gMDsgaSA8IG1heGJpbnM7ICsraSkge1xuICAgIGZpbmRfbm4oYmlucywgaSwgZmFsc2UpO1xuICAgIC8qIFB1c2ggc2xvdCBvbiBoZWFwICovXG4gICAgdmFyIGVyciA9IGJpbnNbaV0uZXJyO1xuICAgIGZvciAobCA9ICsraGVhcFswXTsgbCA+IDE7IGwgPSBsMikge1xuICAgICAgbDIgPSBsID4+IDE7XG4gICAgICBpZiAoYmluc1soaCA9IGhlYXBbbDJdKV0uZXJyIDw9IGVycikgYnJlYWs7XG4gICAgICBoZWFwW2xdID0gaDtcbiAgICB9XG4gICAgaGVhcFtsXSA9IGk7XG4gIH1cblxuICAvKiBNZXJnZSBiaW5zIHdoaWNoIGluY3JlYXNlIGVycm9yIHRoZSBsZWFzdCAqL1xuICB2YXIgZXh0YmlucyA9IG1heGJpbnMgLSBtYXhDb2xvcnM7XG4gIGZvciAoaSA9IDA7IGkgPCBleHRiaW5zOyApIHtcbiAgICB2YXIgdGI7XG4gICAgLyogVXNlIGhlYXAgdG8gZmluZCB3aGljaCBiaW5zIHRvIG1lcmdlICovXG4gICAgZm9yICg7Oykge1xuICAgICAgdmFyIGIxID0gaGVhcFsxXTtcbiAgICAgIHRiID0gYmluc1tiMV07IC8qIE9uZSB3aXRoIGxlYXN0IGVycm9yICovXG4gICAgICAvKiBJcyBzdG9yZWQgZXJyb3IgdXAgdG8gZGF0ZT8gKi9cbiAgICAgIGlmICh0Yi50bSA+PSB0Yi5tdG0gJiYgYmluc1t0Yi5ubl0ubXRtIDw9IHRiLnRtKSBicmVhaztcbiAgICAgIGlmICh0Yi5tdG0gPT0gYmluY291bnRNaW51c09uZSlcbiAgICAgICAgLyogRGVsZXRlZCBub2RlICovIGIxID0gaGVhcFsxXSA9IGhlYXBbaGVhcFswXS0tXTtcbiAgICAgIC8qIFRvbyBvbGQgZXJyb3IgdmFsdWUgKi8gZWxzZSB7XG4gICAgICAgIGZpbmRfbm4oYmlucywgYjEsIGZhbHNlKTtcbiAgICAgICAgdGIudG0gPSBpO1xuICAgICAgfVxuICAgICAgLyogUHVzaCBzbG90IGRvd24gKi9cbiAgICAgIHZhciBlcnIgPSBiaW5zW2IxXS5lcnI7XG4gICAgICBmb3IgKGwgPSAxOyAobDIgPSBsICsgbCkgPD0gaGVhcFswXTsgbCA9IGwyKSB7XG4gICAgICAgIGlmIChsMiA8IGhlYXBbMF0gJiYgYmluc1toZWFwW2wyXV0uZXJyID4gYmluc1toZWFwW2wyICsgMV1dLmVycikgbDIrKztcbiAgICAgICAgaWYgKGVyciA8PSBiaW5zWyhoID0gaGVhcFtsMl0pXS5lcnIpIGJyZWFrO1xuICAgICAgICBoZWFwW2xdID0gaDtcbiAgICAgIH1cbiAgICAgIGhlYXBbbF0gPSBiMTtcbiAgICB9XG5cbiAgICAvKiBEbyBhIG1lcmdlICovXG4gICAgdmFyIG5iID0gYmluc1t0Yi5ubl07XG4gICAgdmFyIG4xID0gdGIuY250O1xuICAgIHZhciBuMiA9IG5iLmNudDtcbiAgICB2YXIgZCA9IDEuMCAvIChuMSArIG4yKTtcbiAgICBpZiAoaGFzQWxwaGEpIHRiLmFjID0gZCAqIChuMSAqIHRiLmFjICsgbjIgKiBuYi5hYyk7XG4gICAgdGIucmMgPSBkICogKG4xICogdGIucmMgKyBuMiAqIG5iLnJjKTtcbiAgICB0Yi5nYyA9IGQgKiAobjEgKiB0Yi5nYyArIG4yICogbmIuZ2MpO1xuICAgIHRiLmJjID0gZCAqIChuMSAqIHRiLmJjICsgbjIgKiBuYi5iYyk7XG4gICAgdGIuY250ICs9IG5iLmNudDtcbiAgICB0Yi5tdG0gPSArK2k7XG5cbiAgICAvKiBVbmNoYWluIGRlbGV0ZWQgYmluICovXG4gICAgYmluc1tuYi5ia10uZncgPSBuYi5mdztcbiAgICBiaW5zW25iLmZ3XS5iayA9IG5iLmJrO1xuICAgIG5iLm10bSA9IGJpbmNvdW50TWludXNPbmU7XG4gIH1cblxuICAvLyBsZXQgcGFsZXR0ZSA9IG5ldyBVaW50MzJBcnJheShtYXhDb2xvcnMpO1xuICBsZXQgcGFsZXR0ZSA9IFtdO1xuXG4gIC8qIEZpbGwgcGFsZXR0ZSAqL1xuICB2YXIgayA9IDA7XG4gIGZvciAoaSA9IDA7IDsgKytrKSB7XG4gICAgbGV0IHIgPSBjbGFtcChNYXRoLnJvdW5kKGJpbnNbaV0ucmMpLCAwLCAweGZmKTtcbiAgICBsZXQgZyA9IGNsYW1wKE1hdGgucm91bmQoYmluc1tpXS5nYyksIDAsIDB4ZmYpO1xuICAgIGxldCBiID0gY2xhbXAoTWF0aC5yb3VuZChiaW5zW2ldLmJjKSwgMCwgMHhmZik7XG5cbiAgICBsZXQgYSA9IDB4ZmY7XG4gICAgaWYgKGhhc0FscGhhKSB7XG4gICAgICBhID0gY2xhbXAoTWF0aC5yb3VuZChiaW5zW2ldLmFjKSwgMCwgMHhmZik7XG4gICAgICBpZiAob25lQml0QWxwaGEpIHtcbiAgICAgICAgY29uc3QgdGhyZXNob2xkID0gdHlwZW9mIG9uZUJpdEFscGhhID09PSBcIm51bWJlclwiID8gb25lQml0QWxwaGEgOiAxMjc7XG4gICAgICAgIGEgPSBhIDw9IHRocmVzaG9sZCA/IDB4MDAgOiAweGZmO1xuICAgICAgfVxuICAgICAgaWYgKGNsZWFyQWxwaGEgJiYgYSA8PSBjbGVhckFscGhhVGhyZXNob2xkKSB7XG4gICAgICAgIHIgPSBnID0gYiA9IGNsZWFyQWxwaGFDb2xvcjtcbiAgICAgICAgYSA9IDB4MDA7XG4gICAgICB9XG4gICAgfVxuXG4gICAgY29uc3QgY29sb3IgPSBoYXNBbHBoYSA/IFtyLCBnLCBiLCBhXSA6IFtyLCBnLCBiXTtcbiAgICBjb25zdCBleGlzdHMgPSBleGlzdHNJblBhbGV0dGUocGFsZXR0ZSwgY29sb3IpO1xuICAgIGlmICghZXhpc3RzKSBwYWxldHRlLnB1c2goY29sb3IpO1xuICAgIGlmICgoaSA9IGJpbnNbaV0uZncpID09IDApIGJyZWFrO1xuICB9XG5cbiAgcmV0dXJuIHBhbGV0dGU7XG59XG5cbmZ1bmN0aW9uIGV4aXN0c0luUGFsZXR0ZShwYWxldHRlLCBjb2xvcikge1xuICBmb3IgKGxldCBpID0gMDsgaSA8IHBhbGV0dGUubGVuZ3RoOyBpKyspIHtcbiAgICBjb25zdCBwID0gcGFsZXR0ZVtpXTtcbiAgICBsZXQgbWF0Y2hlc1JHQiA9XG4gICAgICBwWzBdID09PSBjb2xvclswXSAmJiBwWzFdID09PSBjb2xvclsxXSAmJiBwWzJdID09PSBjb2xvclsyXTtcbiAgICBsZXQgbWF0Y2hlc0FscGhhID1cbiAgICAgIHAubGVuZ3RoID49IDQgJiYgY29sb3IubGVuZ3RoID49IDQgPyBwWzNdID09PSBjb2xvclszXSA6IHRydWU7XG4gICAgaWYgKG1hdGNoZXNSR0IgJiYgbWF0Y2hlc0FscGhhKSByZXR1cm4gdHJ1ZTtcbiAgfVxuICByZXR1cm4gZmFsc2U7XG59XG5cbi8vIFRPRE86IEZ1cnRoZXIgJ2NsZWFuJyBwYWxldHRlIGJ5IG1lcmdpbmcgbmVhcmx5LWlkZW50aWNhbCBjb2xvcnM/XG4iLCAiZnVuY3Rpb24gcmdiMnkociwgZywgYikge1xuICByZXR1cm4gciAqIDAuMjk4ODk1MzEgKyBnICogMC41ODY2MjI0NyArIGIgKiAwLjExNDQ4MjIzO1xufVxuZnVuY3Rpb24gcmdiMmkociwgZywgYikge1xuICByZXR1cm4gciAqIDAuNTk1OTc3OTkgLSBnICogMC4yNzQxNzYxIC0gYiAqIDAuMzIxODAxODk7XG59XG5mdW5jdGlvbiByZ2IycShyLCBnLCBiKSB7XG4gIHJldHVybiByICogMC4yMTE0NzAxNyAtIGcgKiAwLjUyMjYxNzExICsgYiAqIDAuMzExMTQ2OTQ7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBjb2xvckRpZmZlcmVuY2VZSVFTcXVhcmVkKHlpcUEsIHlpcUIpIHtcbiAgY29uc3QgeSA9IHlpcUFbMF0gLSB5aXFCWzBdO1xuICBjb25zdCBpID0geWlxQVsxXSAtIHlpcUJbMV07XG4gIGNvbnN0IHEgPSB5aXFBWzJdIC0geWlxQlsyXTtcbiAgY29uc3QgYSA9IGFscGhhKHlpcUEpIC0gYWxwaGEoeWlxQik7XG4gIHJldHVybiB5ICogeSAqIDAuNTA1MyArIGkgKiBpICogMC4yOTkgKyBxICogcSAqIDAuMTk1NyArIGEgKiBhO1xufVxuXG5mdW5jdGlvbiBhbHBoYShhcnJheSkge1xuICByZXR1cm4gYXJyYXlbM10gIT0gbnVsbCA/IGFycmF5WzNdIDogMHhmZjtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIGNvbG9yRGlmZmVyZW5jZVlJUSh5aXFBLCB5aXFCKSB7XG4gIHJldHVybiBNYXRoLnNxcnQoY29sb3JEaWZmZXJlbmNlWUlRU3F1YXJlZCh5aXFBLCB5aXFCKSk7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBjb2xvckRpZmZlcmVuY2VSR0JUb1lJUVNxdWFyZWQocmdiMSwgcmdiMikge1xuICBjb25zdCBbcjEsIGcxLCBiMV0gPSByZ2IxO1xuICBjb25zdCBbcjIsIGcyLCBiMl0gPSByZ2IyO1xuICBjb25zdCB5ID0gcmdiMnkocjEsIGcxLCBiMSkgLSByZ2IyeShyMiwgZzIsIGIyKSxcbiAgICBpID0gcmdiMmkocjEsIGcxLCBiMSkgLSByZ2IyaShyMiwgZzIsIGIyKSxcbiAgICBxID0gcmdiMnEocjEsIGcxLCBiMSkgLSByZ2IycShyMiwgZzIsIGIyKTtcbiAgY29uc3QgYSA9IGFscGhhKHJnYjEpIC0gYWxwaGEocmdiMik7XG4gIHJldHVybiB5ICogeSAqIDAuNTA1MyArIGkgKiBpICogMC4yOTkgKyBxICogcSAqIDAuMTk1NyArIGEgKiBhO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gY29sb3JEaWZmZXJlbmNlUkdCVG9ZSVEocmdiMSwgcmdiMikge1xuICByZXR1cm4gTWF0aC5zcXJ0KGNvbG9yRGlmZmVyZW5jZVJHQlRvWUlRU3F1YXJlZChyZ2IxLCByZ2IyKSk7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBldWNsaWRlYW5EaXN0YW5jZVNxdWFyZWQoYSwgYikge1xuICB2YXIgc3VtID0gMDtcbiAgdmFyIG47XG4gIGZvciAobiA9IDA7IG4gPCBhLmxlbmd0aDsgbisrKSB7XG4gICAgY29uc3QgZHggPSBhW25dIC0gYltuXTtcbiAgICBzdW0gKz0gZHggKiBkeDtcbiAgfVxuICByZXR1cm4gc3VtO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gZXVjbGlkZWFuRGlzdGFuY2UoYSwgYikge1xuICByZXR1cm4gTWF0aC5zcXJ0KGV1Y2xpZGVhbkRpc3RhbmNlU3F1YXJlZChhLCBiKSk7XG59XG4iLCAiaW1wb3J0IHtcbiAgcmdiODg4X3RvX3JnYjQ0NCxcbiAgcmdiODg4X3RvX3JnYjU2NSxcbiAgcmdiYTg4ODhfdG9fcmdiYTQ0NDQsXG59IGZyb20gXCIuL3JnYi1wYWNraW5nLmpzXCI7XG5cbmltcG9ydCB7IGV1Y2xpZGVhbkRpc3RhbmNlU3F1YXJlZCB9IGZyb20gXCIuL2NvbG9yLmpzXCI7XG5cbmZ1bmN0aW9uIHJvdW5kU3RlcChieXRlLCBzdGVwKSB7XG4gIHJldHVybiBzdGVwID4gMSA/IE1hdGgucm91bmQoYnl0ZSAvIHN0ZXApICogc3RlcCA6IGJ5dGU7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBwcmVxdWFudGl6ZShcbiAgcmdiYSxcbiAgeyByb3VuZFJHQiA9IDUsIHJvdW5kQWxwaGEgPSAxMCwgb25lQml0QWxwaGEgPSBudWxsIH0gPSB7fVxuKSB7XG4gIGNvbnN0IGRhdGEgPSBuZXcgVWludDMyQXJyYXkocmdiYS5idWZmZXIpO1xuICBmb3IgKGxldCBpID0gMDsgaSA8IGRhdGEubGVuZ3RoOyBpKyspIHtcbiAgICBjb25zdCBjb2xvciA9IGRhdGFbaV07XG4gICAgbGV0IGEgPSAoY29sb3IgPj4gMjQpICYgMHhmZjtcbiAgICBsZXQgYiA9IChjb2xvciA+PiAxNikgJiAweGZmO1xuICAgIGxldCBnID0gKGNvbG9yID4+IDgpICYgMHhmZjtcbiAgICBsZXQgciA9IGNvbG9yICYgMHhmZjtcblxuICAgIGEgPSByb3VuZFN0ZXAoYSwgcm91bmRBbHBoYSk7XG4gICAgaWYgKG9uZUJpdEFscGhhKSB7XG4gICAgICBjb25zdCB0aHJlc2hvbGQgPSB0eXBlb2Ygb25lQml0QWxwaGEgPT09IFwibnVtYmVyXCIgPyBvbmVCaXRBbHBoYSA6IDEyNztcbiAgICAgIGEgPSBhIDw9IHRocmVzaG9sZCA/IDB4MDAgOiAweGZmO1xuICAgIH1cbiAgICByID0gcm91bmRTdGVwKHIsIHJvdW5kUkdCKTtcbiAgICBnID0gcm91bmRTdGVwKGcsIHJvdW5kUkdCKTtcbiAgICBiID0gcm91bmRTdGVwKGIsIHJvdW5kUkdCKTtcblxuICAgIGRhdGFbaV0gPSAoYSA8PCAyNCkgfCAoYiA8PCAxNikgfCAoZyA8PCA4KSB8IChyIDw8IDApO1xuICB9XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBhcHBseVBhbGV0dGUocmdiYSwgcGFsZXR0ZSwgZm9ybWF0ID0gXCJyZ2I1NjVcIikge1xuICBpZiAoIXJnYmEgfHwgIXJnYmEuYnVmZmVyKSB7XG4gICAgdGhyb3cgbmV3IEVycm9yKCdxdWFudGl6ZSgpIGV4cGVjdGVkIFJHQkEgVWludDhBcnJheSBkYXRhJyk7XG4gIH1cbiAgaWYgKCEocmdiYSBpbnN0YW5jZW9mIFVpbnQ4QXJyYXkpICYmICEocmdiYSBpbnN0YW5jZW9mIFVpbnQ4Q2xhbXBlZEFycmF5KSkge1xuICAgIHRocm93IG5ldyBFcnJvcigncXVhbnRpemUoKSBleHBlY3RlZCBSR0JBIFVpbnQ4QXJyYXkgZGF0YScpO1xuICB9XG4gIGlmIChwYWxldHRlLmxlbmd0aCA+IDI1Nikge1xuICAgIHRocm93IG5ldyBFcnJvcignYXBwbHlQYWxldHRlKCkgb25seSB3b3JrcyB3aXRoIDI1NiBjb2xvcnMgb3IgbGVzcycpO1xuICB9XG5cbiAgY29uc3QgZGF0YSA9IG5ldyBVaW50MzJBcnJheShyZ2JhLmJ1ZmZlcik7XG4gIGNvbnN0IGxlbmd0aCA9IGRhdGEubGVuZ3RoO1xuICBjb25zdCBiaW5jb3VudCA9IGZvcm1hdCA9PT0gXCJyZ2I0NDRcIiA/IDQwOTYgOiA2NTUzNjtcbiAgY29uc3QgaW5kZXggPSBuZXcgVWludDhBcnJheShsZW5ndGgpO1xuICBjb25zdCBjYWNoZSA9IG5ldyBBcnJheShiaW5jb3VudCk7XG4gIGNvbnN0IGhhc0FscGhhID0gZm9ybWF0ID09PSBcInJnYmE0NDQ0XCI7XG5cbiAgLy8gU29tZSBkdXBsaWNhdGUgY29kZSBiZWxvdyBkdWUgdG8gdmVyeSBob3QgY29kZSBwYXRoXG4gIC8vIEludHJvZHVjaW5nIGJyYW5jaGluZy9jb25kaXRpb25zIHNob3dzIHNvbWUgc2lnbmlmaWNhbnQgaW1wYWN0XG4gIGlmIChmb3JtYXQgPT09IFwicmdiYTQ0NDRcIikge1xuICAgIGZvciAobGV0IGkgPSAwOyBpIDwgbGVuZ3RoOyBpKyspIHtcbiAgICAgIGNvbnN0IGNvbG9yID0gZGF0YVtpXTtcbiAgICAgIGNvbnN0IGEgPSAoY29sb3IgPj4gMjQpICYgMHhmZjtcbiAgICAgIGNvbnN0IGIgPSAoY29sb3IgPj4gMTYpICYgMHhmZjtcbiAgICAgIGNvbnN0IGcgPSAoY29sb3IgPj4gOCkgJiAweGZmO1xuICAgICAgY29uc3QgciA9IGNvbG9yICYgMHhmZjtcbiAgICAgIGNvbnN0IGtleSA9IHJnYmE4ODg4X3RvX3JnYmE0NDQ0KHIsIGcsIGIsIGEpO1xuICAgICAgY29uc3QgaWR4ID0ga2V5IGluIGNhY2hlID8gY2FjaGVba2V5XSA6IChjYWNoZVtrZXldID0gbmVhcmVzdENvbG9ySW5kZXhSR0JBKHIsIGcsIGIsIGEsIHBhbGV0dGUpKTtcbiAgICAgIGluZGV4W2ldID0gaWR4O1xuICAgIH1cbiAgfSBlbHNlIHtcbiAgICBjb25zdCByZ2I4ODhfdG9fa2V5ID0gZm9ybWF0ID09PSBcInJnYjQ0NFwiID8gcmdiODg4X3RvX3JnYjQ0NCA6IHJnYjg4OF90b19yZ2I1NjU7XG4gICAgZm9yIChsZXQgaSA9IDA7IGkgPCBsZW5ndGg7IGkrKykge1xuICAgICAgY29uc3QgY29sb3IgPSBkYXRhW2ldO1xuICAgICAgY29uc3QgYiA9IChjb2xvciA+PiAxNikgJiAweGZmO1xuICAgICAgY29uc3QgZyA9IChjb2xvciA+PiA4KSAmIDB4ZmY7XG4gICAgICBjb25zdCByID0gY29sb3IgJiAweGZmO1xuICAgICAgY29uc3Qga2V5ID0gcmdiODg4X3RvX2tleShyLCBnLCBiKTtcbiAgICAgIGNvbnN0IGlkeCA9IGtleSBpbiBjYWNoZSA/IGNhY2hlW2tleV0gOiAoY2FjaGVba2V5XSA9IG5lYXJlc3RDb2xvckluZGV4UkdCKHIsIGcsIGIsIHBhbGV0dGUpKTtcbiAgICAgIGluZGV4W2ldID0gaWR4O1xuICAgIH1cbiAgfVxuXG4gIHJldHVybiBpbmRleDtcbn1cblxuZnVuY3Rpb24gbmVhcmVzdENvbG9ySW5kZXhSR0JBKHIsIGcsIGIsIGEsIHBhbGV0dGUpIHtcbiAgbGV0IGsgPSAwO1xuICBsZXQgbWluZGlzdCA9IDFlMTAwO1xuICBmb3IgKGxldCBpID0gMDsgaSA8IHBhbGV0dGUubGVuZ3RoOyBpKyspIHtcbiAgICBjb25zdCBweDIgPSBwYWxldHRlW2ldO1xuICAgIGNvbnN0IGEyID0gcHgyWzNdO1xuICAgIGxldCBjdXJkaXN0ID0gc3FyKGEyIC0gYSk7XG4gICAgaWYgKGN1cmRpc3QgPiBtaW5kaXN0KSBjb250aW51ZTtcbiAgICBjb25zdCByMiA9IHB4MlswXTtcbiAgICBjdXJkaXN0ICs9IHNxcihyMiAtIHIpO1xuICAgIGlmIChjdXJkaXN0ID4gbWluZGlzdCkgY29udGludWU7XG4gICAgY29uc3QgZzIgPSBweDJbMV07XG4gICAgY3VyZGlzdCArPSBzcXIoZzIgLSBnKTtcbiAgICBpZiAoY3VyZGlzdCA+IG1pbmRpc3QpIGNvbnRpbnVlO1xuICAgIGNvbnN0IGIyID0gcHgyWzJdO1xuICAgIGN1cmRpc3QgKz0gc3FyKGIyIC0gYik7XG4gICAgaWYgKGN1cmRpc3QgPiBtaW5kaXN0KSBjb250aW51ZTtcbiAgICBtaW5kaXN0ID0gY3VyZGlzdDtcbiAgICBrID0gaTtcbiAgfVxuICByZXR1cm4gaztcbn1cblxuZnVuY3Rpb24gbmVhcmVzdENvbG9ySW5kZXhSR0IociwgZywgYiwgcGFsZXR0ZSkge1xuICBsZXQgayA9IDA7XG4gIGxldCBtaW5kaXN0ID0gMWUxMDA7XG4gIGZvciAobGV0IGkgPSAwOyBpIDwgcGFsZXR0ZS5sZW5ndGg7IGkrKykge1xuICAgIGNvbnN0IHB4MiA9IHBhbGV0dGVbaV07XG4gICAgY29uc3QgcjIgPSBweDJbMF07XG4gICAgbGV0IGN1cmRpc3QgPSBzcXIocjIgLSByKTtcbiAgICBpZiAoY3VyZGlzdCA+IG1pbmRpc3QpIGNvbnRpbnVlO1xuICAgIGNvbnN0IGcyID0gcHgyWzFdO1xuICAgIGN1cmRpc3QgKz0gc3FyKGcyIC0gZyk7XG4gICAgaWYgKGN1cmRpc3QgPiBtaW5kaXN0KSBjb250aW51ZTtcbiAgICBjb25zdCBiMiA9IHB4MlsyXTtcbiAgICBjdXJkaXN0ICs9IHNxcihiMiAtIGIpO1xuICAgIGlmIChjdXJkaXN0ID4gbWluZGlzdCkgY29udGludWU7XG4gICAgbWluZGlzdCA9IGN1cmRpc3Q7XG4gICAgayA9IGk7XG4gIH1cbiAgcmV0dXJuIGs7XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBzbmFwQ29sb3JzVG9QYWxldHRlKHBhbGV0dGUsIGtub3duQ29sb3JzLCB0aHJlc2hvbGQgPSA1KSB7XG4gIGlmICghcGFsZXR0ZS5sZW5ndGggfHwgIWtub3duQ29sb3JzLmxlbmd0aCkgcmV0dXJuO1xuXG4gIGNvbnN0IHBhbGV0dGVSR0IgPSBwYWxldHRlLm1hcCgocCkgPT4gcC5zbGljZSgwLCAzKSk7XG4gIGNvbnN0IHRocmVzaG9sZFNxID0gdGhyZXNob2xkICogdGhyZXNob2xkO1xuICBjb25zdCBkaW0gPSBwYWxldHRlWzBdLmxlbmd0aDtcbiAgZm9yIChsZXQgaSA9IDA7IGkgPCBrbm93bkNvbG9ycy5sZW5ndGg7IGkrKykge1xuICAgIGxldCBjb2xvciA9IGtub3duQ29sb3JzW2ldO1xuICAgIGlmIChjb2xvci5sZW5ndGggPCBkaW0pIHtcbiAgICAgIC8vIHBhbGV0dGUgaXMgUkdCQSwga25vd24gaXMgUkdCXG4gICAgICBjb2xvciA9IFtjb2xvclswXSwgY29sb3JbMV0sIGNvbG9yWzJdLCAweGZmXTtcbiAgICB9IGVsc2UgaWYgKGNvbG9yLmxlbmd0aCA+IGRpbSkge1xuICAgICAgLy8gcGFsZXR0ZSBpcyBSR0IsIGtub3duIGlzIFJHQkFcbiAgICAgIGNvbG9yID0gY29sb3Iuc2xpY2UoMCwgMyk7XG4gICAgfSBlbHNlIHtcbiAgICAgIC8vIG1ha2Ugc3VyZSB3ZSBhbHdheXMgY29weSBrbm93biBjb2xvcnNcbiAgICAgIGNvbG9yID0gY29sb3Iuc2xpY2UoKTtcbiAgICB9XG4gICAgY29uc3QgciA9IG5lYXJlc3RDb2xvckluZGV4V2l0aERpc3RhbmNlKFxuICAgICAgcGFsZXR0ZVJHQixcbiAgICAgIGNvbG9yLnNsaWNlKDAsIDMpLFxuICAgICAgZXVjbGlkZWFuRGlzdGFuY2VTcXVhcmVkXG4gICAgKTtcbiAgICBjb25zdCBpZHggPSByWzBdO1xuICAgIGNvbnN0IGRpc3RhbmNlU3EgPSByWzFdO1xuICAgIGlmIChkaXN0YW5jZVNxID4gMCAmJiBkaXN0YW5jZVNxIDw9IHRocmVzaG9sZFNxKSB7XG4gICAgICBwYWxldHRlW2lkeF0gPSBjb2xvcjtcbiAgICB9XG4gIH1cbn1cblxuZnVuY3Rpb24gc3FyKGEpIHtcbiAgcmV0dXJuIGEgKiBhO1xufVxuXG5leHBvcnQgZnVuY3Rpb24gbmVhcmVzdENvbG9ySW5kZXgoXG4gIGNvbG9ycyxcbiAgcGl4ZWwsXG4gIGRpc3RhbmNlRm4gPSBldWNsaWRlYW5EaXN0YW5jZVNxdWFyZWRcbikge1xuICBsZXQgbWluRGlzdCA9IEluZmluaXR5O1xuICBsZXQgbWluRGlzdEluZGV4ID0gLTE7XG4gIGZvciAobGV0IGogPSAwOyBqIDwgY29sb3JzLmxlbmd0aDsgaisrKSB7XG4gICAgY29uc3QgcGFsZXR0ZUNvbG9yID0gY29sb3JzW2pdO1xuICAgIGNvbnN0IGRpc3QgPSBkaXN0YW5jZUZuKHBpeGVsLCBwYWxldHRlQ29sb3IpO1xuICAgIGlmIChkaXN0IDwgbWluRGlzdCkge1xuICAgICAgbWluRGlzdCA9IGRpc3Q7XG4gICAgICBtaW5EaXN0SW5kZXggPSBqO1xuICAgIH1cbiAgfVxuICByZXR1cm4gbWluRGlzdEluZGV4O1xufVxuXG5leHBvcnQgZnVuY3Rpb24gbmVhcmVzdENvbG9ySW5kZXhXaXRoRGlzdGFuY2UoXG4gIGNvbG9ycyxcbiAgcGl4ZWwsXG4gIGRpc3RhbmNlRm4gPSBldWNsaWRlYW5EaXN0YW5jZVNxdWFyZWRcbikge1xuICBsZXQgbWluRGlzdCA9IEluZmluaXR5O1xuICBsZXQgbWluRGlzdEluZGV4ID0gLTE7XG4gIGZvciAobGV0IGogPSAwOyBqIDwgY29sb3JzLmxlbmd0aDsgaisrKSB7XG4gICAgY29uc3QgcGFsZXR0ZUNvbG9yID0gY29sb3JzW2pdO1xuICAgIGNvbnN0IGRpc3QgPSBkaXN0YW5jZUZuKHBpeGVsLCBwYWxldHRlQ29sb3IpO1xuICAgIGlmIChkaXN0IDwgbWluRGlzdCkge1xuICAgICAgbWluRGlzdCA9IGRpc3Q7XG4gICAgICBtaW5EaXN0SW5kZXggPSBqO1xuICAgIH1cbiAgfVxuICByZXR1cm4gW21pbkRpc3RJbmRleCwgbWluRGlzdF07XG59XG5cbmV4cG9ydCBmdW5jdGlvbiBuZWFyZXN0Q29sb3IoXG4gIGNvbG9ycyxcbiAgcGl4ZWwsXG4gIGRpc3RhbmNlRm4gPSBldWNsaWRlYW5EaXN0YW5jZVNxdWFyZWRcbikge1xuICByZXR1cm4gY29sb3JzW25lYXJlc3RDb2xvckluZGV4KGNvbG9ycywgcGl4ZWwsIGRpc3RhbmNlRm4pXTtcbn1cbiJdLAogICJtYXBwaW5ncyI6ICI7Ozs7Ozs7Ozs7Ozs7QUFBQSxtQkFBQSxPQUFBO0FBQUEsYUFBQSxTQUFBO01BQUEsWUFBQSxNQUFBO01BQUEsY0FBQSxNQUFBO01BQUEsU0FBQSxNQUFBO01BQUEsY0FBQSxNQUFBO01BQUEsbUJBQUEsTUFBQTtNQUFBLCtCQUFBLE1BQUE7TUFBQSxhQUFBLE1BQUE7TUFBQSxVQUFBLE1BQUE7TUFBQSxxQkFBQSxNQUFBO0lBQUEsQ0FBQTtBQ0FBLFFBQU8sb0JBQVE7TUFDYixXQUFXO01BQ1gsU0FBUztNQUNULFNBQVM7TUFDVCxxQkFBcUI7TUFDckIsMkJBQTJCO01BQzNCLDhCQUE4QjtNQUM5QixnQkFBZ0I7TUFFaEIsZUFBZTtNQUNmLGFBQWE7TUFDYiwwQkFBMEI7TUFDMUIscUJBQXFCO01BQ3JCLGNBQWM7TUFDZCwwQkFBMEI7TUFFMUIsMkJBQTJCO01BQzNCLHlCQUF5QjtNQUV6QixvQkFBb0I7TUFDcEIsbUJBQW1CO01BQ25CLDBCQUEwQjtNQUUxQix5QkFBeUI7TUFDekIsbUJBQW1CO01BQ25CLGdCQUFnQjtNQUNoQix5QkFBeUI7SUFBQTtBQzFCWixhQUFBLGFBQXNCLGtCQUFrQixLQUFLO0FBQzFELFVBQUksU0FBUztBQUNiLFVBQUksV0FBVyxJQUFJLFdBQVcsZUFBQTtBQUU5QixhQUFPO1FBQUEsSUFDRCxTQUFTO0FBQ1gsaUJBQU8sU0FBUztRQUFBO1FBRWxCLFFBQVE7QUFDTixtQkFBUztRQUFBO1FBRVgsWUFBWTtBQUNWLGlCQUFPLFNBQVMsU0FBUyxHQUFHLE1BQUE7UUFBQTtRQUU5QixRQUFRO0FBQ04saUJBQU8sU0FBUyxNQUFNLEdBQUcsTUFBQTtRQUFBO1FBRTNCLFVBQVUsTUFBTTtBQUNkLGlCQUFPLFNBQVMsQ0FBQTtBQUNoQixtQkFBUyxNQUFBLElBQVU7QUFDbkI7UUFBQTtRQUVGLFdBQVcsTUFBTSxTQUFTLEdBQUcsYUFBYSxLQUFLLFFBQVE7QUFDckQsaUJBQU8sU0FBUyxVQUFBO0FBQ2hCLG1CQUFTLElBQUksR0FBRyxJQUFJLFlBQVksS0FBSztBQUNuQyxxQkFBUyxRQUFBLElBQVksS0FBSyxJQUFJLE1BQUE7VUFBQTtRQUFBO1FBR2xDLGVBQWUsTUFBTSxTQUFTLEdBQUcsYUFBYSxLQUFLLFlBQVk7QUFDN0QsaUJBQU8sU0FBUyxVQUFBO0FBQ2hCLG1CQUFTLElBQUksS0FBSyxTQUFTLFFBQVEsU0FBUyxVQUFBLEdBQWEsTUFBQTtBQUN6RCxvQkFBVTtRQUFBO01BQUE7QUFJZCxlQUFBLE9BQWdCLGFBQWE7QUFDM0IsWUFBSSxlQUFlLFNBQVM7QUFDNUIsWUFBSSxnQkFBZ0I7QUFBYTtBQUlqQyxZQUFJLHdCQUF3QixPQUFPO0FBQ25DLHNCQUFjLEtBQUssSUFDakIsYUFDQyxnQkFBZ0IsZUFBZSx3QkFBd0IsSUFBTSxXQUM1RCxDQUFBO0FBRUosWUFBSSxnQkFBZ0I7QUFBRyx3QkFBYyxLQUFLLElBQUksYUFBYSxHQUFBO0FBQzNELGNBQU0sY0FBYztBQUNwQixtQkFBVyxJQUFJLFdBQVcsV0FBQTtBQUMxQixZQUFJLFNBQVM7QUFBRyxtQkFBUyxJQUFJLFlBQVksU0FBUyxHQUFHLE1BQUEsR0FBUyxDQUFBO01BQUE7SUFBQTtBQ3pCbEUsUUFBTSxPQUFPO0FBQ2IsUUFBTSxnQkFBZ0I7QUFDdEIsUUFBTSxRQUFRO01BQ1o7TUFDQTtNQUNBO01BQ0E7TUFDQTtNQUNBO01BQ0E7TUFDQTtNQUNBO01BQ0E7TUFDQTtNQUNBO01BQ0E7TUFDQTtNQUNBO01BQ0E7TUFDQTtJQUFBO0FBR0YsYUFBQSxVQUNFLE9BQ0EsUUFDQSxRQUNBLFlBQ0EsWUFBWSxhQUFhLEdBQUEsR0FDekIsUUFBUSxJQUFJLFdBQVcsR0FBQSxHQUN2QixPQUFPLElBQUksV0FBVyxhQUFBLEdBQ3RCLFVBQVUsSUFBSSxXQUFXLGFBQUEsR0FDekI7QUFDQSxZQUFNLFFBQVEsS0FBSztBQUNuQixZQUFNLGVBQWUsS0FBSyxJQUFJLEdBQUcsVUFBQTtBQUVqQyxZQUFNLEtBQUssQ0FBQTtBQUNYLGNBQVEsS0FBSyxDQUFBO0FBQ2IsV0FBSyxLQUFLLEVBQUE7QUFFVixVQUFJLFlBQVk7QUFDaEIsVUFBSSxXQUFXO0FBZWYsWUFBTSxZQUFZLGVBQWU7QUFHakMsWUFBTSxjQUFjO0FBTXBCLFVBQUksWUFBWTtBQUNoQixVQUFJLFNBQVM7QUFDYixVQUFJLFdBQVcsS0FBSyxVQUFVO0FBRTlCLFlBQU0sWUFBWSxLQUFNLFlBQVk7QUFDcEMsWUFBTSxVQUFVLFlBQVk7QUFDNUIsVUFBSSxXQUFXLFlBQVk7QUFDM0IsVUFBSSxVQUFVO0FBRWQsVUFBSSxNQUFNLE9BQU8sQ0FBQTtBQUVqQixVQUFJLFNBQVM7QUFDYixlQUFTLFFBQVEsT0FBTyxRQUFRLE9BQU8sU0FBUyxHQUFHO0FBQ2pELFVBQUU7TUFBQTtBQUVKLGVBQVMsSUFBSTtBQUViLGdCQUFVLFVBQVUsWUFBQTtBQUVwQixhQUFPLFNBQUE7QUFFUCxZQUFNLFNBQVMsT0FBTztBQUN0QixlQUFTLE1BQU0sR0FBRyxNQUFNLFFBQVEsT0FBTztBQUNyQyxvQkFBWTtBQUNWLGdCQUFNLElBQUksT0FBTyxHQUFBO0FBQ2pCLGdCQUFNLFNBQVMsS0FBSyxRQUFRO0FBQzVCLGNBQUksSUFBSyxLQUFLLFNBQVU7QUFDeEIsY0FBSSxLQUFLLENBQUEsTUFBTyxPQUFPO0FBQ3JCLGtCQUFNLFFBQVEsQ0FBQTtBQUNkLGtCQUFBO1VBQUE7QUFHRixnQkFBTSxPQUFPLE1BQU0sSUFBSSxJQUFJLFFBQVE7QUFDbkMsaUJBQU8sS0FBSyxDQUFBLEtBQU0sR0FBRztBQUVuQixpQkFBSztBQUNMLGdCQUFJLElBQUk7QUFBRyxtQkFBSztBQUNoQixnQkFBSSxLQUFLLENBQUEsTUFBTyxPQUFPO0FBQ3JCLG9CQUFNLFFBQVEsQ0FBQTtBQUNkLG9CQUFBO1lBQUE7VUFBQTtBQUdKLGlCQUFPLEdBQUE7QUFDUCxnQkFBTTtBQUNOLGNBQUksV0FBVyxLQUFLLE1BQU07QUFDeEIsb0JBQVEsQ0FBQSxJQUFLO0FBQ2IsaUJBQUssQ0FBQSxJQUFLO1VBQUEsT0FDTDtBQUdMLGlCQUFLLEtBQUssRUFBQTtBQUNWLHVCQUFXLFlBQVk7QUFDdkIsd0JBQVk7QUFDWixtQkFBTyxTQUFBO1VBQUE7UUFBQTtNQUFBO0FBTWIsYUFBTyxHQUFBO0FBQ1AsYUFBTyxPQUFBO0FBRVAsZ0JBQVUsVUFBVSxDQUFBO0FBQ3BCLGFBQU8sVUFBVSxVQUFBO0FBRWpCLGVBQUEsT0FBZ0IsTUFBTTtBQUNwQixxQkFBYSxNQUFNLFFBQUE7QUFFbkIsWUFBSSxXQUFXO0FBQUcsdUJBQWEsUUFBUTs7QUFDbEMsc0JBQVk7QUFFakIsb0JBQVk7QUFFWixlQUFPLFlBQVksR0FBRztBQUdwQixnQkFBTSxTQUFBLElBQWEsWUFBWTtBQUMvQixjQUFJLFdBQVcsS0FBSztBQUNsQixzQkFBVSxVQUFVLE9BQUE7QUFDcEIsc0JBQVUsZUFBZSxPQUFPLEdBQUcsT0FBQTtBQUNuQyxzQkFBVTtVQUFBO0FBRVosd0JBQWM7QUFDZCxzQkFBWTtRQUFBO0FBS2QsWUFBSSxXQUFXLFdBQVcsV0FBVztBQUNuQyxjQUFJLFdBQVc7QUFDYixxQkFBUztBQUNULHVCQUFXLEtBQUssVUFBVTtBQUMxQix3QkFBWTtVQUFBLE9BQ1A7QUFDTCxjQUFFO0FBQ0Ysc0JBQVUsV0FBVyxPQUFRLEtBQUssVUFBVyxLQUFLLFVBQVU7VUFBQTtRQUFBO0FBSWhFLFlBQUksUUFBUSxTQUFTO0FBRW5CLGlCQUFPLFdBQVcsR0FBRztBQUduQixrQkFBTSxTQUFBLElBQWEsWUFBWTtBQUMvQixnQkFBSSxXQUFXLEtBQUs7QUFDbEIsd0JBQVUsVUFBVSxPQUFBO0FBQ3BCLHdCQUFVLGVBQWUsT0FBTyxHQUFHLE9BQUE7QUFDbkMsd0JBQVU7WUFBQTtBQUVaLDBCQUFjO0FBQ2Qsd0JBQVk7VUFBQTtBQUdkLGNBQUksVUFBVSxHQUFHO0FBQ2Ysc0JBQVUsVUFBVSxPQUFBO0FBQ3BCLHNCQUFVLGVBQWUsT0FBTyxHQUFHLE9BQUE7QUFDbkMsc0JBQVU7VUFBQTtRQUFBO01BQUE7SUFBQTtBQU1sQixRQUFPLG9CQUFRO0FDeE1SLGFBQUEsaUJBQTBCLEdBQUcsR0FBRyxHQUFHO0FBQ3hDLGFBQVMsS0FBSyxJQUFLLFFBQVksS0FBSyxJQUFLLE1BQVcsS0FBSztJQUFBO0FBR3BELGFBQUEscUJBQThCLEdBQUcsR0FBRyxHQUFHLEdBQUc7QUFDL0MsYUFBUSxLQUFLLElBQU0sSUFBSSxPQUFVLElBQUksUUFBUyxLQUFPLElBQUksUUFBUztJQUFBO0FBRzdELGFBQUEsaUJBQTBCLEdBQUcsR0FBRyxHQUFHO0FBQ3hDLGFBQVMsS0FBSyxLQUFNLElBQU0sSUFBSSxNQUFTLEtBQUs7SUFBQTtBQ1A5QyxhQUFBLE1BQWUsT0FBTyxLQUFLLEtBQUs7QUFDOUIsYUFBTyxRQUFRLE1BQU0sTUFBTSxRQUFRLE1BQU0sTUFBTTtJQUFBO0FBR2pELGFBQUEsSUFBYSxPQUFPO0FBQ2xCLGFBQU8sUUFBUTtJQUFBO0FBR2pCLGFBQUEsUUFBaUIsTUFBTSxLQUFLLFVBQVU7QUFDcEMsVUFBSSxLQUFLO0FBQ1QsVUFBSSxNQUFNO0FBRVYsWUFBTSxPQUFPLEtBQUssR0FBQTtBQUNsQixZQUFNLEtBQUssS0FBSztBQUNoQixZQUFNLEtBQUssS0FBSztBQUNoQixZQUFNLEtBQUssS0FBSztBQUNoQixZQUFNLEtBQUssS0FBSztBQUNoQixZQUFNLEtBQUssS0FBSztBQUNoQixlQUFTLElBQUksS0FBSyxJQUFJLEtBQUssR0FBRyxJQUFJLEtBQUssQ0FBQSxFQUFHLElBQUk7QUFDNUMsY0FBTSxNQUFNLEtBQUssQ0FBQTtBQUNqQixjQUFNLEtBQUssSUFBSTtBQUNmLGNBQU0sUUFBUyxLQUFLLE1BQU8sS0FBSztBQUNoQyxZQUFJLFNBQVM7QUFBSztBQUVsQixZQUFJLE9BQU87QUFDWCxZQUFJLFVBQVU7QUFDWixrQkFBUSxRQUFRLElBQUksSUFBSSxLQUFLLEVBQUE7QUFDN0IsY0FBSSxRQUFRO0FBQUs7UUFBQTtBQUduQixnQkFBUSxRQUFRLElBQUksSUFBSSxLQUFLLEVBQUE7QUFDN0IsWUFBSSxRQUFRO0FBQUs7QUFFakIsZ0JBQVEsUUFBUSxJQUFJLElBQUksS0FBSyxFQUFBO0FBQzdCLFlBQUksUUFBUTtBQUFLO0FBRWpCLGdCQUFRLFFBQVEsSUFBSSxJQUFJLEtBQUssRUFBQTtBQUM3QixZQUFJLFFBQVE7QUFBSztBQUNqQixjQUFNO0FBQ04sYUFBSztNQUFBO0FBRVAsV0FBSyxNQUFNO0FBQ1gsV0FBSyxLQUFLO0lBQUE7QUFHWixhQUFBLGFBQXNCO0FBQ3BCLGFBQU87UUFDTCxJQUFJO1FBQ0osSUFBSTtRQUNKLElBQUk7UUFDSixJQUFJO1FBQ0osS0FBSztRQUNMLElBQUk7UUFDSixJQUFJO1FBQ0osSUFBSTtRQUNKLElBQUk7UUFDSixLQUFLO1FBQ0wsS0FBSztNQUFBO0lBQUE7QUFXVCxhQUFBLGdCQUF5QixNQUFNLFFBQVE7QUFDckMsWUFBTSxXQUFXLFdBQVcsV0FBVyxPQUFPO0FBQzlDLFlBQU0sT0FBTyxJQUFJLE1BQU0sUUFBQTtBQUN2QixZQUFNLE9BQU8sS0FBSztBQU1sQixVQUFJLFdBQVcsWUFBWTtBQUN6QixpQkFBUyxJQUFJLEdBQUcsSUFBSSxNQUFNLEVBQUUsR0FBRztBQUM3QixnQkFBTSxRQUFRLEtBQUssQ0FBQTtBQUNuQixnQkFBTSxJQUFLLFNBQVMsS0FBTTtBQUMxQixnQkFBTSxJQUFLLFNBQVMsS0FBTTtBQUMxQixnQkFBTSxJQUFLLFNBQVMsSUFBSztBQUN6QixnQkFBTSxJQUFJLFFBQVE7QUFHbEIsZ0JBQU0sUUFBUSxxQkFBcUIsR0FBRyxHQUFHLEdBQUcsQ0FBQTtBQUM1QyxjQUFJLE1BQU0sU0FBUyxPQUFPLEtBQUssS0FBQSxJQUFVLEtBQUssS0FBQSxJQUFTLFdBQUE7QUFDdkQsY0FBSSxNQUFNO0FBQ1YsY0FBSSxNQUFNO0FBQ1YsY0FBSSxNQUFNO0FBQ1YsY0FBSSxNQUFNO0FBQ1YsY0FBSTtRQUFBO01BQUEsV0FJQyxXQUFXLFVBQVU7QUFDNUIsaUJBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxFQUFFLEdBQUc7QUFDN0IsZ0JBQU0sUUFBUSxLQUFLLENBQUE7QUFDbkIsZ0JBQU0sSUFBSyxTQUFTLEtBQU07QUFDMUIsZ0JBQU0sSUFBSyxTQUFTLElBQUs7QUFDekIsZ0JBQU0sSUFBSSxRQUFRO0FBR2xCLGdCQUFNLFFBQVEsaUJBQWlCLEdBQUcsR0FBRyxDQUFBO0FBQ3JDLGNBQUksTUFBTSxTQUFTLE9BQU8sS0FBSyxLQUFBLElBQVUsS0FBSyxLQUFBLElBQVMsV0FBQTtBQUN2RCxjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixjQUFJO1FBQUE7TUFBQSxPQUVEO0FBQ0wsaUJBQVMsSUFBSSxHQUFHLElBQUksTUFBTSxFQUFFLEdBQUc7QUFDN0IsZ0JBQU0sUUFBUSxLQUFLLENBQUE7QUFDbkIsZ0JBQU0sSUFBSyxTQUFTLEtBQU07QUFDMUIsZ0JBQU0sSUFBSyxTQUFTLElBQUs7QUFDekIsZ0JBQU0sSUFBSSxRQUFRO0FBR2xCLGdCQUFNLFFBQVEsaUJBQWlCLEdBQUcsR0FBRyxDQUFBO0FBQ3JDLGNBQUksTUFBTSxTQUFTLE9BQU8sS0FBSyxLQUFBLElBQVUsS0FBSyxLQUFBLElBQVMsV0FBQTtBQUN2RCxjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixjQUFJO1FBQUE7TUFBQTtBQUdSLGFBQU87SUFBQTtBQUdNLGFBQUEsU0FBa0IsTUFBTSxXQUFXLE9BQU8sQ0FBQSxHQUFJO0FBQzNELFlBQU07UUFDSixTQUFTO1FBQ1QsYUFBYTtRQUNiLGtCQUFrQjtRQUNsQixzQkFBc0I7UUFDdEIsY0FBYztNQUFBLElBQ1o7QUFFSixVQUFJLENBQUMsUUFBUSxDQUFDLEtBQUssUUFBUTtBQUN6QixjQUFNLElBQUksTUFBTSwwQ0FBQTtNQUFBO0FBRWxCLFVBQUksRUFBRSxnQkFBZ0IsZUFBZSxFQUFFLGdCQUFnQixvQkFBb0I7QUFDekUsY0FBTSxJQUFJLE1BQU0sMENBQUE7TUFBQTtBQUdsQixZQUFNLE9BQU8sSUFBSSxZQUFZLEtBQUssTUFBQTtBQUVsQyxVQUFJLFVBQVUsS0FBSyxZQUFZO0FBTy9CLFlBQU0sV0FBVyxXQUFXO0FBQzVCLFlBQU0sT0FBTyxnQkFBZ0IsTUFBTSxNQUFBO0FBQ25DLFlBQU0sV0FBVyxLQUFLO0FBQ3RCLFlBQU0sbUJBQW1CLFdBQVc7QUFDcEMsWUFBTSxPQUFPLElBQUksWUFBWSxXQUFXLENBQUE7QUFHeEMsVUFBSSxVQUFVO0FBQ2QsZUFBUyxJQUFJLEdBQUcsSUFBSSxVQUFVLEVBQUUsR0FBRztBQUNqQyxjQUFNLE1BQU0sS0FBSyxDQUFBO0FBQ2pCLFlBQUksT0FBTyxNQUFNO0FBQ2YsY0FBSSxJQUFJLElBQU0sSUFBSTtBQUNsQixjQUFJO0FBQVUsZ0JBQUksTUFBTTtBQUN4QixjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixjQUFJLE1BQU07QUFDVixlQUFLLFNBQUEsSUFBYTtRQUFBO01BQUE7QUFJdEIsVUFBSSxJQUFJLFNBQUEsSUFBYSxVQUFVLE9BQU87QUFDcEMsa0JBQVU7TUFBQTtBQUdaLFVBQUksSUFBSTtBQUNSLGFBQU8sSUFBSSxVQUFVLEdBQUcsRUFBRSxHQUFHO0FBQzNCLGFBQUssQ0FBQSxFQUFHLEtBQUssSUFBSTtBQUNqQixhQUFLLElBQUksQ0FBQSxFQUFHLEtBQUs7QUFDakIsWUFBSTtBQUFTLGVBQUssQ0FBQSxFQUFHLE1BQU0sS0FBSyxLQUFLLEtBQUssQ0FBQSxFQUFHLEdBQUE7TUFBQTtBQUUvQyxVQUFJO0FBQVMsYUFBSyxDQUFBLEVBQUcsTUFBTSxLQUFLLEtBQUssS0FBSyxDQUFBLEVBQUcsR0FBQTtBQUU3QyxVQUFJLEdBQUcsR0FBRztBQUVWLFdBQUssSUFBSSxHQUFHLElBQUksU0FBUyxFQUFFLEdBQUc7QUFDNUIsZ0JBQVEsTUFBTSxHQUFHLEtBQUE7QUFFakIsWUFBSSxNQUFNLEtBQUssQ0FBQSxFQUFHO0FBQ2xCLGFBQUssSUFBSSxFQUFFLEtBQUssQ0FBQSxHQUFJLElBQUksR0FBRyxJQUFJLElBQUk7QUFDakMsZUFBSyxLQUFLO0FBQ1YsY0FBSSxLQUFNLElBQUksS0FBSyxFQUFBLENBQUEsRUFBTSxPQUFPO0FBQUs7QUFDckMsZUFBSyxDQUFBLElBQUs7UUFBQTtBQUVaLGFBQUssQ0FBQSxJQUFLO01BQUE7QUFJWixVQUFJLFVBQVUsVUFBVTtBQUN4QixXQUFLLElBQUksR0FBRyxJQUFJLFdBQVc7QUFDekIsWUFBSTtBQUVKLG1CQUFTO0FBQ1AsY0FBSSxLQUFLLEtBQUssQ0FBQTtBQUNkLGVBQUssS0FBSyxFQUFBO0FBRVYsY0FBSSxHQUFHLE1BQU0sR0FBRyxPQUFPLEtBQUssR0FBRyxFQUFBLEVBQUksT0FBTyxHQUFHO0FBQUk7QUFDakQsY0FBSSxHQUFHLE9BQU87QUFDTyxpQkFBSyxLQUFLLENBQUEsSUFBSyxLQUFLLEtBQUssQ0FBQSxHQUFBO2VBQ2Y7QUFDN0Isb0JBQVEsTUFBTSxJQUFJLEtBQUE7QUFDbEIsZUFBRyxLQUFLO1VBQUE7QUFHVixjQUFJLE1BQU0sS0FBSyxFQUFBLEVBQUk7QUFDbkIsZUFBSyxJQUFJLElBQUksS0FBSyxJQUFJLE1BQU0sS0FBSyxDQUFBLEdBQUksSUFBSSxJQUFJO0FBQzNDLGdCQUFJLEtBQUssS0FBSyxDQUFBLEtBQU0sS0FBSyxLQUFLLEVBQUEsQ0FBQSxFQUFLLE1BQU0sS0FBSyxLQUFLLEtBQUssQ0FBQSxDQUFBLEVBQUk7QUFBSztBQUNqRSxnQkFBSSxPQUFPLEtBQU0sSUFBSSxLQUFLLEVBQUEsQ0FBQSxFQUFNO0FBQUs7QUFDckMsaUJBQUssQ0FBQSxJQUFLO1VBQUE7QUFFWixlQUFLLENBQUEsSUFBSztRQUFBO0FBSVosWUFBSSxLQUFLLEtBQUssR0FBRyxFQUFBO0FBQ2pCLFlBQUksS0FBSyxHQUFHO0FBQ1osWUFBSSxLQUFLLEdBQUc7QUFDWixZQUFJLElBQUksS0FBTyxLQUFLO0FBQ3BCLFlBQUk7QUFBVSxhQUFHLEtBQUssS0FBSyxLQUFLLEdBQUcsS0FBSyxLQUFLLEdBQUc7QUFDaEQsV0FBRyxLQUFLLEtBQUssS0FBSyxHQUFHLEtBQUssS0FBSyxHQUFHO0FBQ2xDLFdBQUcsS0FBSyxLQUFLLEtBQUssR0FBRyxLQUFLLEtBQUssR0FBRztBQUNsQyxXQUFHLEtBQUssS0FBSyxLQUFLLEdBQUcsS0FBSyxLQUFLLEdBQUc7QUFDbEMsV0FBRyxPQUFPLEdBQUc7QUFDYixXQUFHLE1BQU0sRUFBRTtBQUdYLGFBQUssR0FBRyxFQUFBLEVBQUksS0FBSyxHQUFHO0FBQ3BCLGFBQUssR0FBRyxFQUFBLEVBQUksS0FBSyxHQUFHO0FBQ3BCLFdBQUcsTUFBTTtNQUFBO0FBSVgsVUFBSSxVQUFVLENBQUE7QUFHZCxVQUFJLElBQUk7QUFDUixXQUFLLElBQUksS0FBSyxFQUFFLEdBQUc7QUFDakIsWUFBSSxJQUFJLE1BQU0sS0FBSyxNQUFNLEtBQUssQ0FBQSxFQUFHLEVBQUEsR0FBSyxHQUFHLEdBQUE7QUFDekMsWUFBSSxJQUFJLE1BQU0sS0FBSyxNQUFNLEtBQUssQ0FBQSxFQUFHLEVBQUEsR0FBSyxHQUFHLEdBQUE7QUFDekMsWUFBSSxJQUFJLE1BQU0sS0FBSyxNQUFNLEtBQUssQ0FBQSxFQUFHLEVBQUEsR0FBSyxHQUFHLEdBQUE7QUFFekMsWUFBSSxJQUFJO0FBQ1IsWUFBSSxVQUFVO0FBQ1osY0FBSSxNQUFNLEtBQUssTUFBTSxLQUFLLENBQUEsRUFBRyxFQUFBLEdBQUssR0FBRyxHQUFBO0FBQ3JDLGNBQUksYUFBYTtBQUNmLGtCQUFNLFlBQVksT0FBTyxnQkFBZ0IsV0FBVyxjQUFjO0FBQ2xFLGdCQUFJLEtBQUssWUFBWSxJQUFPO1VBQUE7QUFFOUIsY0FBSSxjQUFjLEtBQUsscUJBQXFCO0FBQzFDLGdCQUFJLElBQUksSUFBSTtBQUNaLGdCQUFJO1VBQUE7UUFBQTtBQUlSLGNBQU0sUUFBUSxXQUFXLENBQUMsR0FBRyxHQUFHLEdBQUcsQ0FBQSxJQUFLLENBQUMsR0FBRyxHQUFHLENBQUE7QUFDL0MsY0FBTSxTQUFTLGdCQUFnQixTQUFTLEtBQUE7QUFDeEMsWUFBSSxDQUFDO0FBQVEsa0JBQVEsS0FBSyxLQUFBO0FBQzFCLGFBQUssSUFBSSxLQUFLLENBQUEsRUFBRyxPQUFPO0FBQUc7TUFBQTtBQUc3QixhQUFPO0lBQUE7QUFHVCxhQUFBLGdCQUF5QixTQUFTLE9BQU87QUFDdkMsZUFBUyxJQUFJLEdBQUcsSUFBSSxRQUFRLFFBQVEsS0FBSztBQUN2QyxjQUFNLElBQUksUUFBUSxDQUFBO0FBQ2xCLFlBQUksYUFDRixFQUFFLENBQUEsTUFBTyxNQUFNLENBQUEsS0FBTSxFQUFFLENBQUEsTUFBTyxNQUFNLENBQUEsS0FBTSxFQUFFLENBQUEsTUFBTyxNQUFNLENBQUE7QUFDM0QsWUFBSSxlQUNGLEVBQUUsVUFBVSxLQUFLLE1BQU0sVUFBVSxJQUFJLEVBQUUsQ0FBQSxNQUFPLE1BQU0sQ0FBQSxJQUFLO0FBQzNELFlBQUksY0FBYztBQUFjLGlCQUFPO01BQUE7QUFFekMsYUFBTztJQUFBO0FDcFFGLGFBQUEseUJBQWtDLEdBQUcsR0FBRztBQUM3QyxVQUFJLE1BQU07QUFDVixVQUFJO0FBQ0osV0FBSyxJQUFJLEdBQUcsSUFBSSxFQUFFLFFBQVEsS0FBSztBQUM3QixjQUFNLEtBQUssRUFBRSxDQUFBLElBQUssRUFBRSxDQUFBO0FBQ3BCLGVBQU8sS0FBSztNQUFBO0FBRWQsYUFBTztJQUFBO0FDdkNULGFBQUEsVUFBbUIsTUFBTSxNQUFNO0FBQzdCLGFBQU8sT0FBTyxJQUFJLEtBQUssTUFBTSxPQUFPLElBQUEsSUFBUSxPQUFPO0lBQUE7QUFHOUMsYUFBQSxZQUNMLE1BQ0EsRUFBRSxXQUFXLEdBQUcsYUFBYSxJQUFJLGNBQWMsS0FBQSxJQUFTLENBQUEsR0FDeEQ7QUFDQSxZQUFNLE9BQU8sSUFBSSxZQUFZLEtBQUssTUFBQTtBQUNsQyxlQUFTLElBQUksR0FBRyxJQUFJLEtBQUssUUFBUSxLQUFLO0FBQ3BDLGNBQU0sUUFBUSxLQUFLLENBQUE7QUFDbkIsWUFBSSxJQUFLLFNBQVMsS0FBTTtBQUN4QixZQUFJLElBQUssU0FBUyxLQUFNO0FBQ3hCLFlBQUksSUFBSyxTQUFTLElBQUs7QUFDdkIsWUFBSSxJQUFJLFFBQVE7QUFFaEIsWUFBSSxVQUFVLEdBQUcsVUFBQTtBQUNqQixZQUFJLGFBQWE7QUFDZixnQkFBTSxZQUFZLE9BQU8sZ0JBQWdCLFdBQVcsY0FBYztBQUNsRSxjQUFJLEtBQUssWUFBWSxJQUFPO1FBQUE7QUFFOUIsWUFBSSxVQUFVLEdBQUcsUUFBQTtBQUNqQixZQUFJLFVBQVUsR0FBRyxRQUFBO0FBQ2pCLFlBQUksVUFBVSxHQUFHLFFBQUE7QUFFakIsYUFBSyxDQUFBLElBQU0sS0FBSyxLQUFPLEtBQUssS0FBTyxLQUFLLElBQU0sS0FBSztNQUFBO0lBQUE7QUFJaEQsYUFBQSxhQUFzQixNQUFNLFNBQVMsU0FBUyxVQUFVO0FBQzdELFVBQUksQ0FBQyxRQUFRLENBQUMsS0FBSyxRQUFRO0FBQ3pCLGNBQU0sSUFBSSxNQUFNLDBDQUFBO01BQUE7QUFFbEIsVUFBSSxFQUFFLGdCQUFnQixlQUFlLEVBQUUsZ0JBQWdCLG9CQUFvQjtBQUN6RSxjQUFNLElBQUksTUFBTSwwQ0FBQTtNQUFBO0FBRWxCLFVBQUksUUFBUSxTQUFTLEtBQUs7QUFDeEIsY0FBTSxJQUFJLE1BQU0sbURBQUE7TUFBQTtBQUdsQixZQUFNLE9BQU8sSUFBSSxZQUFZLEtBQUssTUFBQTtBQUNsQyxZQUFNLFNBQVMsS0FBSztBQUNwQixZQUFNLFdBQVcsV0FBVyxXQUFXLE9BQU87QUFDOUMsWUFBTSxRQUFRLElBQUksV0FBVyxNQUFBO0FBQzdCLFlBQU0sUUFBUSxJQUFJLE1BQU0sUUFBQTtBQUN4QixZQUFNLFdBQVcsV0FBVztBQUk1QixVQUFJLFdBQVcsWUFBWTtBQUN6QixpQkFBUyxJQUFJLEdBQUcsSUFBSSxRQUFRLEtBQUs7QUFDL0IsZ0JBQU0sUUFBUSxLQUFLLENBQUE7QUFDbkIsZ0JBQU0sSUFBSyxTQUFTLEtBQU07QUFDMUIsZ0JBQU0sSUFBSyxTQUFTLEtBQU07QUFDMUIsZ0JBQU0sSUFBSyxTQUFTLElBQUs7QUFDekIsZ0JBQU0sSUFBSSxRQUFRO0FBQ2xCLGdCQUFNLE1BQU0scUJBQXFCLEdBQUcsR0FBRyxHQUFHLENBQUE7QUFDMUMsZ0JBQU0sTUFBTSxPQUFPLFFBQVEsTUFBTSxHQUFBLElBQVEsTUFBTSxHQUFBLElBQU8sc0JBQXNCLEdBQUcsR0FBRyxHQUFHLEdBQUcsT0FBQTtBQUN4RixnQkFBTSxDQUFBLElBQUs7UUFBQTtNQUFBLE9BRVI7QUFDTCxjQUFNLGdCQUFnQixXQUFXLFdBQVcsbUJBQW1CO0FBQy9ELGlCQUFTLElBQUksR0FBRyxJQUFJLFFBQVEsS0FBSztBQUMvQixnQkFBTSxRQUFRLEtBQUssQ0FBQTtBQUNuQixnQkFBTSxJQUFLLFNBQVMsS0FBTTtBQUMxQixnQkFBTSxJQUFLLFNBQVMsSUFBSztBQUN6QixnQkFBTSxJQUFJLFFBQVE7QUFDbEIsZ0JBQU0sTUFBTSxjQUFjLEdBQUcsR0FBRyxDQUFBO0FBQ2hDLGdCQUFNLE1BQU0sT0FBTyxRQUFRLE1BQU0sR0FBQSxJQUFRLE1BQU0sR0FBQSxJQUFPLHFCQUFxQixHQUFHLEdBQUcsR0FBRyxPQUFBO0FBQ3BGLGdCQUFNLENBQUEsSUFBSztRQUFBO01BQUE7QUFJZixhQUFPO0lBQUE7QUFHVCxhQUFBLHNCQUErQixHQUFHLEdBQUcsR0FBRyxHQUFHLFNBQVM7QUFDbEQsVUFBSSxJQUFJO0FBQ1IsVUFBSSxVQUFVO0FBQ2QsZUFBUyxJQUFJLEdBQUcsSUFBSSxRQUFRLFFBQVEsS0FBSztBQUN2QyxjQUFNLE1BQU0sUUFBUSxDQUFBO0FBQ3BCLGNBQU0sS0FBSyxJQUFJLENBQUE7QUFDZixZQUFJLFVBQVUsS0FBSSxLQUFLLENBQUE7QUFDdkIsWUFBSSxVQUFVO0FBQVM7QUFDdkIsY0FBTSxLQUFLLElBQUksQ0FBQTtBQUNmLG1CQUFXLEtBQUksS0FBSyxDQUFBO0FBQ3BCLFlBQUksVUFBVTtBQUFTO0FBQ3ZCLGNBQU0sS0FBSyxJQUFJLENBQUE7QUFDZixtQkFBVyxLQUFJLEtBQUssQ0FBQTtBQUNwQixZQUFJLFVBQVU7QUFBUztBQUN2QixjQUFNLEtBQUssSUFBSSxDQUFBO0FBQ2YsbUJBQVcsS0FBSSxLQUFLLENBQUE7QUFDcEIsWUFBSSxVQUFVO0FBQVM7QUFDdkIsa0JBQVU7QUFDVixZQUFJO01BQUE7QUFFTixhQUFPO0lBQUE7QUFHVCxhQUFBLHFCQUE4QixHQUFHLEdBQUcsR0FBRyxTQUFTO0FBQzlDLFVBQUksSUFBSTtBQUNSLFVBQUksVUFBVTtBQUNkLGVBQVMsSUFBSSxHQUFHLElBQUksUUFBUSxRQUFRLEtBQUs7QUFDdkMsY0FBTSxNQUFNLFFBQVEsQ0FBQTtBQUNwQixjQUFNLEtBQUssSUFBSSxDQUFBO0FBQ2YsWUFBSSxVQUFVLEtBQUksS0FBSyxDQUFBO0FBQ3ZCLFlBQUksVUFBVTtBQUFTO0FBQ3ZCLGNBQU0sS0FBSyxJQUFJLENBQUE7QUFDZixtQkFBVyxLQUFJLEtBQUssQ0FBQTtBQUNwQixZQUFJLFVBQVU7QUFBUztBQUN2QixjQUFNLEtBQUssSUFBSSxDQUFBO0FBQ2YsbUJBQVcsS0FBSSxLQUFLLENBQUE7QUFDcEIsWUFBSSxVQUFVO0FBQVM7QUFDdkIsa0JBQVU7QUFDVixZQUFJO01BQUE7QUFFTixhQUFPO0lBQUE7QUFHRixhQUFBLG9CQUE2QixTQUFTLGFBQWEsWUFBWSxHQUFHO0FBQ3ZFLFVBQUksQ0FBQyxRQUFRLFVBQVUsQ0FBQyxZQUFZO0FBQVE7QUFFNUMsWUFBTSxhQUFhLFFBQVEsSUFBSSxDQUFDLE1BQU0sRUFBRSxNQUFNLEdBQUcsQ0FBQSxDQUFBO0FBQ2pELFlBQU0sY0FBYyxZQUFZO0FBQ2hDLFlBQU0sTUFBTSxRQUFRLENBQUEsRUFBRztBQUN2QixlQUFTLElBQUksR0FBRyxJQUFJLFlBQVksUUFBUSxLQUFLO0FBQzNDLFlBQUksUUFBUSxZQUFZLENBQUE7QUFDeEIsWUFBSSxNQUFNLFNBQVMsS0FBSztBQUV0QixrQkFBUSxDQUFDLE1BQU0sQ0FBQSxHQUFJLE1BQU0sQ0FBQSxHQUFJLE1BQU0sQ0FBQSxHQUFJLEdBQUE7UUFBQSxXQUM5QixNQUFNLFNBQVMsS0FBSztBQUU3QixrQkFBUSxNQUFNLE1BQU0sR0FBRyxDQUFBO1FBQUEsT0FDbEI7QUFFTCxrQkFBUSxNQUFNLE1BQUE7UUFBQTtBQUVoQixjQUFNLElBQUksOEJBQ1IsWUFDQSxNQUFNLE1BQU0sR0FBRyxDQUFBLEdBQ2Ysd0JBQUE7QUFFRixjQUFNLE1BQU0sRUFBRSxDQUFBO0FBQ2QsY0FBTSxhQUFhLEVBQUUsQ0FBQTtBQUNyQixZQUFJLGFBQWEsS0FBSyxjQUFjLGFBQWE7QUFDL0Msa0JBQVEsR0FBQSxJQUFPO1FBQUE7TUFBQTtJQUFBO0FBS3JCLGFBQUEsS0FBYSxHQUFHO0FBQ2QsYUFBTyxJQUFJO0lBQUE7QUFHTixhQUFBLGtCQUNMLFFBQ0EsT0FDQSxhQUFhLDBCQUNiO0FBQ0EsVUFBSSxVQUFVO0FBQ2QsVUFBSSxlQUFlO0FBQ25CLGVBQVMsSUFBSSxHQUFHLElBQUksT0FBTyxRQUFRLEtBQUs7QUFDdEMsY0FBTSxlQUFlLE9BQU8sQ0FBQTtBQUM1QixjQUFNLE9BQU8sV0FBVyxPQUFPLFlBQUE7QUFDL0IsWUFBSSxPQUFPLFNBQVM7QUFDbEIsb0JBQVU7QUFDVix5QkFBZTtRQUFBO01BQUE7QUFHbkIsYUFBTztJQUFBO0FBR0YsYUFBQSw4QkFDTCxRQUNBLE9BQ0EsYUFBYSwwQkFDYjtBQUNBLFVBQUksVUFBVTtBQUNkLFVBQUksZUFBZTtBQUNuQixlQUFTLElBQUksR0FBRyxJQUFJLE9BQU8sUUFBUSxLQUFLO0FBQ3RDLGNBQU0sZUFBZSxPQUFPLENBQUE7QUFDNUIsY0FBTSxPQUFPLFdBQVcsT0FBTyxZQUFBO0FBQy9CLFlBQUksT0FBTyxTQUFTO0FBQ2xCLG9CQUFVO0FBQ1YseUJBQWU7UUFBQTtNQUFBO0FBR25CLGFBQU8sQ0FBQyxjQUFjLE9BQUE7SUFBQTtBQUdqQixhQUFBLGFBQ0wsUUFDQSxPQUNBLGFBQWEsMEJBQ2I7QUFDQSxhQUFPLE9BQU8sa0JBQWtCLFFBQVEsT0FBTyxVQUFBLENBQUE7SUFBQTtBUDdMakQsYUFBQSxXQUFvQixNQUFNLENBQUEsR0FBSTtBQUM1QixZQUFNLEVBQUUsa0JBQWtCLE1BQU0sT0FBTyxLQUFBLElBQVM7QUFHaEQsWUFBTSxTQUFTLGFBQWEsZUFBQTtBQUc1QixZQUFNLFFBQVE7QUFDZCxZQUFNLFFBQVEsSUFBSSxXQUFXLEdBQUE7QUFDN0IsWUFBTSxPQUFPLElBQUksV0FBVyxLQUFBO0FBQzVCLFlBQU0sVUFBVSxJQUFJLFdBQVcsS0FBQTtBQUUvQixVQUFJLFVBQVU7QUFFZCxhQUFPO1FBQ0wsUUFBUTtBQUNOLGlCQUFPLE1BQUE7QUFDUCxvQkFBVTtRQUFBO1FBRVosU0FBUztBQUNQLGlCQUFPLFVBQVUsa0JBQVUsT0FBQTtRQUFBO1FBRTdCLFFBQVE7QUFDTixpQkFBTyxPQUFPLE1BQUE7UUFBQTtRQUVoQixZQUFZO0FBQ1YsaUJBQU8sT0FBTyxVQUFBO1FBQUE7UUFBQSxJQUVaLFNBQVM7QUFDWCxpQkFBTyxPQUFPO1FBQUE7UUFBQSxJQUVaLFNBQVM7QUFDWCxpQkFBTztRQUFBO1FBRVQ7UUFDQSxXQUFXLE9BQU8sT0FBTyxRQUFRLE9BQU8sQ0FBQSxHQUFJO0FBQzFDLGdCQUFNO1lBQ0osY0FBYztZQUNkLG1CQUFtQjtZQUNuQixRQUFRO1lBQ1IsVUFBVTtZQUNWLFNBQVM7WUFDVCxhQUFhO1lBQ2IsVUFBVTtVQUFBLElBQ1I7QUFFSixjQUFJLFFBQVE7QUFDWixjQUFJLE1BQU07QUFHUixnQkFBSSxDQUFDLFNBQVM7QUFFWixzQkFBUTtBQUlSLDBCQUFBO0FBQ0Esd0JBQVU7WUFBQTtVQUFBLE9BRVA7QUFFTCxvQkFBUSxRQUFRLEtBQUssS0FBQTtVQUFBO0FBR3ZCLGtCQUFRLEtBQUssSUFBSSxHQUFHLEtBQUssTUFBTSxLQUFBLENBQUE7QUFDL0IsbUJBQVMsS0FBSyxJQUFJLEdBQUcsS0FBSyxNQUFNLE1BQUEsQ0FBQTtBQUdoQyxjQUFJLE9BQU87QUFDVCxnQkFBSSxDQUFDLFNBQVM7QUFDWixvQkFBTSxJQUFJLE1BQU0sK0NBQUE7WUFBQTtBQUVsQiwwQ0FDRSxRQUNBLE9BQ0EsUUFDQSxTQUNBLFVBQUE7QUFFRiw2QkFBaUIsUUFBUSxPQUFBO0FBQ3pCLGdCQUFJLFVBQVUsR0FBRztBQUNmLGdDQUFrQixRQUFRLE1BQUE7WUFBQTtVQUFBO0FBSTlCLGdCQUFNLFlBQVksS0FBSyxNQUFNLFFBQVEsRUFBQTtBQUNyQyxrQ0FDRSxRQUNBLFNBQ0EsV0FDQSxhQUNBLGdCQUFBO0FBR0YsZ0JBQU0scUJBQXFCLFFBQVEsT0FBQSxLQUFZLENBQUM7QUFDaEQsZ0NBQ0UsUUFDQSxPQUNBLFFBQ0EscUJBQXFCLFVBQVUsSUFBQTtBQUVqQyxjQUFJO0FBQW9CLDZCQUFpQixRQUFRLE9BQUE7QUFDakQsdUJBQ0UsUUFDQSxPQUNBLE9BQ0EsUUFDQSxZQUNBLE9BQ0EsTUFDQSxPQUFBO1FBQUE7TUFBQTtBQUtOLGVBQUEsY0FBdUI7QUFDckIsc0JBQWMsUUFBUSxRQUFBO01BQUE7SUFBQTtBQUkxQixhQUFBLHdCQUNFLFFBQ0EsU0FDQSxPQUNBLGFBQ0Esa0JBQ0E7QUFDQSxhQUFPLFVBQVUsRUFBQTtBQUNqQixhQUFPLFVBQVUsR0FBQTtBQUNqQixhQUFPLFVBQVUsQ0FBQTtBQUVqQixVQUFJLG1CQUFtQixHQUFHO0FBQ3hCLDJCQUFtQjtBQUNuQixzQkFBYztNQUFBO0FBR2hCLFVBQUksUUFBUTtBQUNaLFVBQUksQ0FBQyxhQUFhO0FBQ2hCLGlCQUFTO0FBQ1QsZUFBTztNQUFBLE9BQ0Y7QUFDTCxpQkFBUztBQUNULGVBQU87TUFBQTtBQUdULFVBQUksV0FBVyxHQUFHO0FBQ2hCLGVBQU8sVUFBVTtNQUFBO0FBR25CLGVBQVM7QUFFVCxZQUFNLFlBQVk7QUFHbEIsYUFBTyxVQUNMLElBQ0UsT0FDQSxZQUNBLE1BQUE7QUFHSixrQkFBWSxRQUFRLEtBQUE7QUFDcEIsYUFBTyxVQUFVLG9CQUFvQixDQUFBO0FBQ3JDLGFBQU8sVUFBVSxDQUFBO0lBQUE7QUFHbkIsYUFBQSw4QkFDRSxRQUNBLE9BQ0EsUUFDQSxTQUNBLGFBQWEsR0FDYjtBQUNBLFlBQU0sdUJBQXVCO0FBQzdCLFlBQU0sV0FBVztBQUNqQixZQUFNLHVCQUF1QixlQUFlLFFBQVEsTUFBQSxJQUFVO0FBQzlELFlBQU0sU0FDSCx3QkFBd0IsSUFDdkIsYUFBYSxLQUFNLElBQ3BCLFlBQVksSUFDYjtBQUNGLFlBQU0sdUJBQXVCO0FBQzdCLFlBQU0sbUJBQW1CO0FBQ3pCLGtCQUFZLFFBQVEsS0FBQTtBQUNwQixrQkFBWSxRQUFRLE1BQUE7QUFDcEIsYUFBTyxXQUFXLENBQUMsUUFBUSxzQkFBc0IsZ0JBQUEsQ0FBQTtJQUFBO0FBR25ELGFBQUEsa0JBQTJCLFFBQVEsUUFBUTtBQUN6QyxhQUFPLFVBQVUsRUFBQTtBQUNqQixhQUFPLFVBQVUsR0FBQTtBQUNqQixhQUFPLFVBQVUsRUFBQTtBQUNqQixvQkFBYyxRQUFRLGFBQUE7QUFDdEIsYUFBTyxVQUFVLENBQUE7QUFDakIsYUFBTyxVQUFVLENBQUE7QUFDakIsa0JBQVksUUFBUSxNQUFBO0FBQ3BCLGFBQU8sVUFBVSxDQUFBO0lBQUE7QUFHbkIsYUFBQSxpQkFBMEIsUUFBUSxTQUFTO0FBQ3pDLFlBQU0sbUJBQW1CLEtBQUssZUFBZSxRQUFRLE1BQUE7QUFDckQsZUFBUyxJQUFJLEdBQUcsSUFBSSxrQkFBa0IsS0FBSztBQUN6QyxZQUFJLFFBQVEsQ0FBQyxHQUFHLEdBQUcsQ0FBQTtBQUNuQixZQUFJLElBQUksUUFBUSxRQUFRO0FBQ3RCLGtCQUFRLFFBQVEsQ0FBQTtRQUFBO0FBRWxCLGVBQU8sVUFBVSxNQUFNLENBQUEsQ0FBQTtBQUN2QixlQUFPLFVBQVUsTUFBTSxDQUFBLENBQUE7QUFDdkIsZUFBTyxVQUFVLE1BQU0sQ0FBQSxDQUFBO01BQUE7SUFBQTtBQUkzQixhQUFBLHNCQUErQixRQUFRLE9BQU8sUUFBUSxjQUFjO0FBQ2xFLGFBQU8sVUFBVSxFQUFBO0FBRWpCLGtCQUFZLFFBQVEsQ0FBQTtBQUNwQixrQkFBWSxRQUFRLENBQUE7QUFDcEIsa0JBQVksUUFBUSxLQUFBO0FBQ3BCLGtCQUFZLFFBQVEsTUFBQTtBQUVwQixVQUFJLGNBQWM7QUFDaEIsY0FBTSxZQUFZO0FBQ2xCLGNBQU0sU0FBUztBQUNmLGNBQU0sVUFBVSxlQUFlLGFBQWEsTUFBQSxJQUFVO0FBRXRELGVBQU8sVUFDTCxNQUNFLFlBQ0EsU0FDQSxJQUNBLE9BQUE7TUFBQSxPQUVDO0FBRUwsZUFBTyxVQUFVLENBQUE7TUFBQTtJQUFBO0FBSXJCLGFBQUEsYUFDRSxRQUNBLE9BQ0EsT0FDQSxRQUNBLGFBQWEsR0FDYixPQUNBLE1BQ0EsU0FDQTtBQUNBLHdCQUFVLE9BQU8sUUFBUSxPQUFPLFlBQVksUUFBUSxPQUFPLE1BQU0sT0FBQTtJQUFBO0FBS25FLGFBQUEsWUFBcUIsUUFBUSxPQUFPO0FBQ2xDLGFBQU8sVUFBVSxRQUFRLEdBQUE7QUFDekIsYUFBTyxVQUFXLFNBQVMsSUFBSyxHQUFBO0lBQUE7QUFHbEMsYUFBQSxjQUF1QixRQUFRLE1BQU07QUFDbkMsZUFBUyxJQUFJLEdBQUcsSUFBSSxLQUFLLFFBQVEsS0FBSztBQUNwQyxlQUFPLFVBQVUsS0FBSyxXQUFXLENBQUEsQ0FBQTtNQUFBO0lBQUE7QUFJckMsYUFBQSxlQUF3QixRQUFRO0FBQzlCLGFBQU8sS0FBSyxJQUFJLEtBQUssS0FBSyxLQUFLLEtBQUssTUFBQSxDQUFBLEdBQVUsQ0FBQTtJQUFBO0FBY2hELFFBQU8sY0FBUTs7OyIsCiAgIm5hbWVzIjogW10KfQo=
