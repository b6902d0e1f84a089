<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Snapshelf</source>
        <translation>关于 Snapshelf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Copy this and send it to whoever looks after the program for you. It holds versions, sizes and the last problems: no pictures, no products, no names.</source>
        <translation>复制后发给为您维护本程序的人。其中只有版本、大小和最近的问题：没有图片、商品和姓名。</translation>
    </message>
    <message>
        <source>Finds the products of your own shop by picture, on your own computer, without a network.</source>
        <translation>在您自己的电脑上，用图片找到自己店铺的商品，无需网络。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>支持报告</translation>
    </message>
    <message>
        <source>Search the licences</source>
        <translation>查找许可证</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>This part carries no text of its licence; its name says which one it is.</source>
        <translation>这一部分没有附许可证文本；名称说明了是哪一种许可证。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>AdvertisingDialog</name>
    <message>
        <source>Cards and posters</source>
        <translation>卡片和海报</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>另存为图片…</translation>
    </message>
</context>
<context>
    <name>AdvertisingForm</name>
    <message>
        <source>A day is written as 2026-12-24.</source>
        <translation>日期请写成 2026-12-24 的样子。</translation>
    </message>
    <message>
        <source>A page for each product</source>
        <translation>每种商品一页</translation>
    </message>
    <message>
        <source>As 2026-12-01; or empty</source>
        <translation>如 2026-12-01；可不填</translation>
    </message>
    <message>
        <source>As 2026-12-24; or empty</source>
        <translation>如 2026-12-24；可不填</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>通常的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两种</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题文字</translation>
    </message>
    <message>
        <source>Language on it</source>
        <translation>上面的语言</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>信纸</translation>
    </message>
    <message>
        <source>Line at the foot</source>
        <translation>页脚的一行</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>Poster: {name}</source>
        <translation>海报：{name}</translation>
    </message>
    <message>
        <source>Product card</source>
        <translation>商品卡片</translation>
    </message>
    <message>
        <source>Product cards, to be compared</source>
        <translation>商品卡片，供比较</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>竖屏</translation>
    </message>
    <message>
        <source>Such as the shop&apos;s address</source>
        <translation>如店铺地址</translation>
    </message>
    <message>
        <source>That of the poster</source>
        <translation>海报自带的</translation>
    </message>
    <message>
        <source>The selected products</source>
        <translation>选中的商品</translation>
    </message>
    <message>
        <source>These words are meant: make it all the same</source>
        <translation>这些词是有意的：照样生成</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>竖版</translation>
    </message>
    <message>
        <source>What</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>What costs less on the first day</source>
        <translation>第一天有优惠价的商品</translation>
    </message>
    <message>
        <source>What is new in the shop</source>
        <translation>店里的新品</translation>
    </message>
    <message>
        <source>What was sold out and came back</source>
        <translation>售罄后到货的商品</translation>
    </message>
</context>
<context>
    <name>AmountPopup</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+回车</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Any price</source>
        <translation>不限价格</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>最便宜的在前</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Filtered: {matching} of {products} products</source>
        <translation>已筛选：{products} 种商品中的 {matching} 种</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Most alike first</source>
        <translation>最相似的在前</translation>
    </message>
    <message>
        <source>Most in stock</source>
        <translation>库存最多的在前</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Show as a grid (G)</source>
        <translation>以网格显示（G）</translation>
    </message>
    <message>
        <source>Show as a list (G)</source>
        <translation>以列表显示（G）</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>输入以查找</translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation>库存 {count} 件</translation>
    </message>
    <message>
        <source>{count} not counted, which may be there</source>
        <translation>{count} 种未盘点，可能有货</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message numerus="yes">
        <source>%n product(s) with “{text}”</source>
        <translation>
            <numerusform>%n 种商品含“{text}”</numerusform>
        </translation>
    </message>
    <message>
        <source>A closer look changed the order.</source>
        <translation>仔细再看之后，顺序变了。</translation>
    </message>
    <message>
        <source>A closer look: it is {title}.</source>
        <translation>仔细再看：这是“{title}”。</translation>
    </message>
    <message>
        <source>A closer look: probably {title}.</source>
        <translation>仔细再看：很可能是“{title}”。</translation>
    </message>
    <message>
        <source>Clear the filters to see what looks like it among all products.</source>
        <translation>清除筛选，即可在全部商品中查看相似的商品。</translation>
    </message>
    <message>
        <source>Compare them with the picture, or take one from closer. Answered in {seconds} s.</source>
        <translation>请与照片比对，或再凑近拍一张。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Confirmed by you.</source>
        <translation>已由您确认。</translation>
    </message>
    <message>
        <source>Did you mean “{text}”?</source>
        <translation>您是不是要找“{text}”？</translation>
    </message>
    <message>
        <source>Found by its number.</source>
        <translation>按编号找到。</translation>
    </message>
    <message>
        <source>Import a table or a folder of pictures first.</source>
        <translation>请先导入商品表格或图片文件夹。</translation>
    </message>
    <message>
        <source>It does not pass the filters.</source>
        <translation>它不符合筛选条件。</translation>
    </message>
    <message>
        <source>Looking closer…</source>
        <translation>正在仔细查看…</translation>
    </message>
    <message>
        <source>More like {title}</source>
        <translation>与“{title}”相似的商品</translation>
    </message>
    <message>
        <source>No product like the picture has what the words say. Try fewer words.</source>
        <translation>没有与图片相似、又符合这些文字的商品。请减少文字再试。</translation>
    </message>
    <message>
        <source>No product looks enough like it. These come nearest. Answered in {seconds} s.</source>
        <translation>没有足够相似的商品，以下最为接近。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>No product that passes the filters looks enough like it. These come nearest.</source>
        <translation>符合筛选条件的商品都不够相似。以下最为接近。</translation>
    </message>
    <message>
        <source>No product with “{text}”</source>
        <translation>没有含“{text}”的商品</translation>
    </message>
    <message>
        <source>None of the products that pass the filters has what the words say.</source>
        <translation>符合筛选条件的商品中，没有一种符合这些文字。</translation>
    </message>
    <message>
        <source>None of the products that pass the filters.</source>
        <translation>符合筛选条件的商品中没有。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Not in this shop</source>
        <translation>本店没有这种商品</translation>
    </message>
    <message>
        <source>Nothing can be found yet</source>
        <translation>暂时无法查找</translation>
    </message>
    <message>
        <source>Nothing else is left with these filters.</source>
        <translation>符合筛选条件的没有其他商品了。</translation>
    </message>
    <message>
        <source>Nothing fits all of “{text}”. What looks most like the picture comes first.</source>
        <translation>没有商品完全符合“{text}”。与图片最相似的排在最前面。</translation>
    </message>
    <message>
        <source>Nothing fits “{text}”</source>
        <translation>没有商品符合“{text}”</translation>
    </message>
    <message>
        <source>Nothing in this shop fits “{text}”.</source>
        <translation>本店没有与“{text}”相符的商品。</translation>
    </message>
    <message>
        <source>Nothing with these filters</source>
        <translation>没有符合筛选条件的商品</translation>
    </message>
    <message>
        <source>Probably one of these</source>
        <translation>可能是以下商品之一</translation>
    </message>
    <message>
        <source>Probably {title}</source>
        <translation>很可能是“{title}”</translation>
    </message>
    <message>
        <source>Read from the barcode {code}.</source>
        <translation>由条码 {code} 读出。</translation>
    </message>
    <message>
        <source>So you said. These come nearest.</source>
        <translation>您说店里没有。以下最为接近。</translation>
    </message>
    <message>
        <source>The barcode {code} is not in this shop.</source>
        <translation>本店没有条码 {code}。</translation>
    </message>
    <message>
        <source>The first {count} products with “{text}”</source>
        <translation>含有“{text}”的前 {count} 种商品</translation>
    </message>
    <message>
        <source>The shop&apos;s photos were not looked at by this version of the program. Close other programs that use the shop, then open it again.</source>
        <translation>此版本程序尚未识别过店铺的照片。请关闭正在使用该店铺的其他程序，再重新打开店铺。</translation>
    </message>
    <message>
        <source>These fit “{text}”</source>
        <translation>这些符合“{text}”</translation>
    </message>
    <message>
        <source>These look most like it</source>
        <translation>这些最相似，但不确定</translation>
    </message>
    <message>
        <source>This is {title}</source>
        <translation>这是“{title}”</translation>
    </message>
    <message>
        <source>This shop has no products yet</source>
        <translation>本店还没有商品</translation>
    </message>
    <message>
        <source>Try fewer words, or a picture.</source>
        <translation>请减少词语，或用图片查找。</translation>
    </message>
    <message>
        <source>Type more to see fewer.</source>
        <translation>多输入几个字，范围会更小。</translation>
    </message>
    <message>
        <source>What looks most like its photos comes first.</source>
        <translation>与其照片最相似的排在前面。</translation>
    </message>
    <message>
        <source>What speaks for the first: {reasons}.</source>
        <translation>支持第一种的理由：{reasons}。</translation>
    </message>
    <message numerus="yes">
        <source>Without %n product(s) that you called wrong.</source>
        <translation>
            <numerusform>已去掉您认为不对的 %n 种商品。</numerusform>
        </translation>
    </message>
    <message>
        <source>You called every product wrong.</source>
        <translation>您认为所有商品都不对。</translation>
    </message>
    <message>
        <source>{certainty} ({share}). Answered in {seconds} s.</source>
        <translation>{certainty}（{share}），用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{certainty} ({share}): {reasons}. Answered in {seconds} s.</source>
        <translation>{certainty}（{share}）：{reasons}。用时 {seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>A count of all products has begun.</source>
        <translation>已开始全店盘点。</translation>
    </message>
    <message>
        <source>Counted, products: {count}.</source>
        <translation>已清点商品：{count} 种。</translation>
    </message>
    <message>
        <source>Left out, as they are not being counted: {count}.</source>
        <translation>不在本次盘点范围内而未计入：{count} 种。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤回。</translation>
    </message>
</context>
<context>
    <name>BrowseView</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>All are archived. Switch on “Archived” in the filters to see them.</source>
        <translation>全部已归档。在筛选中打开“已归档”即可查看。</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No product fits</source>
        <translation>没有符合的商品</translation>
    </message>
    <message>
        <source>No products here</source>
        <translation>这里没有商品</translation>
    </message>
    <message>
        <source>Nothing fits what was typed. Did you mean “{text}”?</source>
        <translation>没有符合所输入内容的商品。您要找的是“{text}”吗？</translation>
    </message>
    <message>
        <source>Settings, Shop says at how much stock is low; a product may say it itself.</source>
        <translation>库存少到多少算偏低，在“设置”的“店铺”中说明；商品也可以自己另定。</translation>
    </message>
    <message>
        <source>Try another word, or take a filter away.</source>
        <translation>请换一个词，或去掉一个筛选条件。</translation>
    </message>
    <message>
        <source>{count} products</source>
        <translation>{count} 种商品</translation>
    </message>
</context>
<context>
    <name>BulkForm</name>
    <message>
        <source>-5 lowers them</source>
        <translation>-5 表示下调</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Low stock at</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Raise prices by</source>
        <translation>价格上调</translation>
    </message>
    <message>
        <source>Remove tags</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Unit, like kg</source>
        <translation>单位，例如 kg</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message numerus="yes">
        <source>%n product(s) selected</source>
        <translation>
            <numerusform>已选择 %n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message numerus="yes">
        <source>Change %n product(s)</source>
        <translation>
            <numerusform>修改 %n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>What you leave empty stays as it is.</source>
        <translation>留空的项目保持不变。</translation>
    </message>
    <message>
        <source>{changes} of {products} products change.</source>
        <translation>{products} 种商品中有 {changes} 种会改变。</translation>
    </message>
    <message>
        <source>{count} have no price and keep none.</source>
        <translation>{count} 种商品没有价格，保持不变。</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close and in good light, alone in the picture. Then press Space. Barcodes are read at once.</source>
        <translation>靠近些、光线充足、画面里只放它，然后按空格键。条码会立即读取。</translation>
    </message>
    <message>
        <source>End the film</source>
        <translation>结束拍摄</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>拍视频</translation>
    </message>
    <message>
        <source>Filming: {seconds} seconds left</source>
        <translation>正在拍摄：还剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>Hold the product in front of the webcam</source>
        <translation>请把商品举到摄像头前</translation>
    </message>
    <message>
        <source>Live picture of the webcam</source>
        <translation>摄像头实时画面</translation>
    </message>
    <message>
        <source>Show product after product, for a minute at most: each is found with its time</source>
        <translation>逐个展示商品，最长一分钟：会找出每种商品及其出现的时间</translation>
    </message>
    <message>
        <source>Show product after product, or walk slowly along a shelf. Space ends the film.</source>
        <translation>请逐个展示商品，或沿货架慢慢走。按空格键结束拍摄。</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>CatalogActions</name>
    <message>
        <source>A delivery note against what is unpacked, then booked</source>
        <translation>把送货单与拆箱的货物对照，然后入账</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>As a grid</source>
        <translation>网格视图</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表格视图</translation>
    </message>
    <message>
        <source>Cards and posters…</source>
        <translation>卡片和海报…</translation>
    </message>
    <message>
        <source>Cut out…</source>
        <translation>抠图…</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Delivery…</source>
        <translation>到货…</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>重复商品…</translation>
    </message>
    <message>
        <source>Edit here</source>
        <translation>就地编辑</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Export the catalog…</source>
        <translation>导出商品目录…</translation>
    </message>
    <message>
        <source>F2, or type</source>
        <translation>F2 或直接输入</translation>
    </message>
    <message>
        <source>Find in the catalog</source>
        <translation>在商品目录中查找</translation>
    </message>
    <message>
        <source>Findings on photos to be decided, and goods never sold</source>
        <translation>照片上待决定的发现，以及绝不出售的商品</translation>
    </message>
    <message>
        <source>For customers: to be handed out, hung up or sent</source>
        <translation>给顾客的：可分发、张贴或发送</translation>
    </message>
    <message>
        <source>Go to the product at the right</source>
        <translation>转到右侧的商品</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>价签…</translation>
    </message>
    <message>
        <source>Move the column</source>
        <translation>移动列</translation>
    </message>
    <message>
        <source>Move the column to the left</source>
        <translation>左移此列</translation>
    </message>
    <message>
        <source>Move the column to the right</source>
        <translation>右移此列</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>Only what is archived can be deleted: there is no undo</source>
        <translation>只有已归档的商品才能删除：无法撤销</translation>
    </message>
    <message>
        <source>Opens the webcam; Space takes the picture, Enter saves</source>
        <translation>打开摄像头；空格键拍照，回车键保存</translation>
    </message>
    <message>
        <source>Pictures, films and pages that are made of photos of this shop</source>
        <translation>用了本店照片的图片、视频和网页</translation>
    </message>
    <message>
        <source>Price and shelf labels, to be printed</source>
        <translation>要打印的价签和货架签</translation>
    </message>
    <message>
        <source>Products that may be one, to be merged</source>
        <translation>可能是同一种的商品，可以合并</translation>
    </message>
    <message>
        <source>Put back on the shelf</source>
        <translation>恢复上架</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>显示全部商品</translation>
    </message>
    <message>
        <source>Stock history…</source>
        <translation>库存变动记录…</translation>
    </message>
    <message>
        <source>Take it off the shelf: searches find it no more</source>
        <translation>下架：查找时不再出现</translation>
    </message>
    <message>
        <source>The product alone, on white, as selling platforms want it</source>
        <translation>只保留商品，白底，符合销售平台的要求</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>What must not be shown…</source>
        <translation>不宜展示的内容…</translation>
    </message>
    <message>
        <source>Where are our photos used?</source>
        <translation>我们的照片用在了哪里？</translation>
    </message>
</context>
<context>
    <name>CatalogEditor</name>
    <message>
        <source>Adding photos</source>
        <translation>正在添加照片</translation>
    </message>
    <message>
        <source>Changing products</source>
        <translation>正在修改商品</translation>
    </message>
    <message>
        <source>Deleted for good: {products}</source>
        <translation>已永久删除：{products}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>The product has this photo already.</source>
        <translation>该商品已有这张照片。</translation>
    </message>
    <message>
        <source>There is no picture in it.</source>
        <translation>其中没有图片。</translation>
    </message>
    <message>
        <source>This picture is on the internet. Save it on this computer first, then drop it here.</source>
        <translation>这张图片在互联网上。请先保存到本机，再拖放到这里。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{title}” has the same barcode.</source>
        <translation>“{title}”有相同的条码。</translation>
    </message>
</context>
<context>
    <name>CatalogExport</name>
    <message numerus="yes">
        <source>%n movement(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 条变动写入 {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 种商品写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting products</source>
        <translation>正在导出商品</translation>
    </message>
</context>
<context>
    <name>CatalogPage</name>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>CatalogPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>More (0)</source>
        <translation>更多（0）</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一种？</translation>
    </message>
</context>
<context>
    <name>ChoicesBar</name>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>from the catalog</source>
        <translation>来自商品目录</translation>
    </message>
    <message>
        <source>taken in the shop</source>
        <translation>店内拍摄</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— 无 —</translation>
    </message>
</context>
<context>
    <name>ChosenLesson</name>
    <message>
        <source>Putting {lesson} in use…</source>
        <translation>正在启用“{lesson}”…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {lesson}? What it learned cannot be brought back.</source>
        <translation>移除“{lesson}”？它学到的内容无法找回。</translation>
    </message>
    <message numerus="yes">
        <source>What another network saw on %n search(es) is forgotten.</source>
        <translation>
            <numerusform>另一个识别网络在 %n 次查找中看到的内容已被删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>{lesson} is in use.</source>
        <translation>“{lesson}”已启用。</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Back to the results</source>
        <translation>返回查找结果</translation>
    </message>
    <message>
        <source>Bright parts look alike; lines join the places that match best.</source>
        <translation>明亮的部分彼此相似；连线标出最匹配的位置。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Matching parts</source>
        <translation>相同部位</translation>
    </message>
    <message>
        <source>Next product</source>
        <translation>下一种商品</translation>
    </message>
    <message>
        <source>Next product (→)</source>
        <translation>下一种商品 (→)</translation>
    </message>
    <message>
        <source>Previous product</source>
        <translation>上一种商品</translation>
    </message>
    <message>
        <source>Previous product (←)</source>
        <translation>上一种商品 (←)</translation>
    </message>
    <message>
        <source>Product {number} of {count}</source>
        <translation>第 {number} 种商品，共 {count} 种</translation>
    </message>
    <message>
        <source>Show or hide which parts match (P)</source>
        <translation>显示或隐藏相同部位（P）</translation>
    </message>
    <message>
        <source>This shop&apos;s model keeps no places, so that no matching parts can be shown.</source>
        <translation>本店的模型不记录位置，无法显示相同部位。</translation>
    </message>
    <message>
        <source>Wheel or + − to zoom, drag to move, 0 to see all, ← → for the next product.</source>
        <translation>滚轮或 + − 缩放，拖动移动，0 显示全部，← → 切换商品。</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的图片</translation>
    </message>
    <message>
        <source>Your picture beside {title}</source>
        <translation>您的图片与“{title}”并排</translation>
    </message>
    <message>
        <source>↑ ↓ for its other photos.</source>
        <translation>↑ ↓ 切换它的其他照片。</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied photos</source>
        <translation>照片副本</translation>
    </message>
    <message>
        <source>Group before</source>
        <translation>上一组</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>保留最好的</translation>
    </message>
    <message numerus="yes">
        <source>Keep the best of all %n</source>
        <translation>
            <numerusform>%n 组都保留最好的</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept the best of %n group(s).</source>
        <translation>
            <numerusform>已保留 %n 组中最好的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the shop…</source>
        <translation>正在查看本店商品…</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>No photo of this shop is a copy of another.</source>
        <translation>本店没有互为副本的照片。</translation>
    </message>
    <message>
        <source>One photo, several times</source>
        <translation>同一张照片有好几份</translation>
    </message>
    <message>
        <source>The left one stands for the others, with every product (K)</source>
        <translation>左边这张代替其余各张，凡有这些照片的商品都换（K）</translation>
    </message>
    <message>
        <source>This group is decided.</source>
        <translation>这一组已经决定。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Snapshelf made a mistake</source>
        <translation>Snapshelf 出错了</translation>
    </message>
    <message>
        <source>Snapshelf made a mistake. Your shop is safe, and you can go on working. Please copy the report below and send it to whoever looks after the program for you: it holds no pictures and no products.</source>
        <translation>Snapshelf 出错了。店铺数据完好，您可以继续工作。请复制下面的报告，发给为您维护本程序的人：报告中不含任何图片和商品信息。</translation>
    </message>
    <message>
        <source>This should not have happened</source>
        <translation>这本不该发生</translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>For the customer</source>
        <translation>给顾客看</translation>
    </message>
    <message>
        <source>Photo of {title}</source>
        <translation>{title} 的照片</translation>
    </message>
    <message>
        <source>Shelf {place}</source>
        <translation>货架 {place}</translation>
    </message>
</context>
<context>
    <name>CustomersDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the customer {number}? The receipts stay, as anybody&apos;s. There is no undo.</source>
        <translation>删除顾客 {number}？小票会保留，但不再属于任何人。无法撤销。</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Write what is known of {number}</source>
        <translation>写出关于 {number} 的资料</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>{number} is deleted.</source>
        <translation>{number} 已删除。</translation>
    </message>
</context>
<context>
    <name>CutOutDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the folder to write the pictures into</source>
        <translation>选择图片写入的文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cut out</source>
        <translation>抠图</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Left out: {skus}.</source>
        <translation>未写入：{skus}。</translation>
    </message>
    <message>
        <source>Next product</source>
        <translation>下一种商品</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Pictures written: {count}.</source>
        <translation>已写入图片：{count}。</translation>
    </message>
    <message>
        <source>Product before</source>
        <translation>上一种商品</translation>
    </message>
    <message>
        <source>Product {number} of {count}</source>
        <translation>第 {number} 种商品，共 {count} 种</translation>
    </message>
    <message>
        <source>Save into a folder…</source>
        <translation>保存到文件夹…</translation>
    </message>
    <message>
        <source>Stopped. What was written until then is there.</source>
        <translation>已停止。此前写入的图片仍在。</translation>
    </message>
    <message>
        <source>Write those, too, that somebody should look at first</source>
        <translation>需要有人先看一眼的也写入</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n line(s) written to {file}</source>
        <translation>
            <numerusform>已将 %n 行写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for, and not in the shop</source>
        <translation>顾客要找、本店没有的</translation>
    </message>
    <message>
        <source>Export the order list</source>
        <translation>导出订货清单</translation>
    </message>
    <message>
        <source>Order list</source>
        <translation>订货清单</translation>
    </message>
    <message>
        <source>Something like “{title}”</source>
        <translation>类似“{title}”的商品</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.tsv)</source>
        <translation>表格 (*.csv *.xlsx *.tsv)</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>顾客要找的</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message numerus="yes">
        <source>%n piece(s) seen in the picture</source>
        <translation>
            <numerusform>图片里看到 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>A delivery of this name with goods of it was booked on {day} already.</source>
        <translation>同名的到货单及其中的商品已于 {day} 入账。</translation>
    </message>
    <message>
        <source>A table, or a photo of the paper</source>
        <translation>表格，或纸质单据的照片</translation>
    </message>
    <message>
        <source>All as noted</source>
        <translation>全部相符</translation>
    </message>
    <message>
        <source>Book what was unpacked</source>
        <translation>把拆箱的货物入账</translation>
    </message>
    <message numerus="yes">
        <source>Booked for %n product(s). Undo takes it back.</source>
        <translation>
            <numerusform>已为 %n 种商品入账。可以撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counting what is in the picture…</source>
        <translation>正在清点图片里的货物…</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>到货</translation>
    </message>
    <message>
        <source>Everything on the note was unpacked, nothing else</source>
        <translation>单上的都已拆箱，没有别的</translation>
    </message>
    <message>
        <source>Not in this shop: {names}</source>
        <translation>店里没有：{names}</translation>
    </message>
    <message>
        <source>Number or barcode of what is unpacked</source>
        <translation>拆箱货物的编号或条码</translation>
    </message>
    <message>
        <source>Open a delivery note</source>
        <translation>打开送货单</translation>
    </message>
    <message>
        <source>Open the delivery note…</source>
        <translation>打开送货单…</translation>
    </message>
    <message>
        <source>Products of the delivery</source>
        <translation>这次到货的商品</translation>
    </message>
    <message>
        <source>Scan or type a number, Enter counts one</source>
        <translation>扫码或输入编号，回车计一件</translation>
    </message>
    <message>
        <source>Show it what is unpacked: Space counts all that is seen</source>
        <translation>把拆箱的货物给它看：空格键清点看到的全部</translation>
    </message>
    <message>
        <source>Tables and photos</source>
        <translation>表格和照片</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s) that were not understood</source>
        <translation>
            <numerusform>还有 %n 行没有看懂</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryModel</name>
    <message>
        <source>As noted</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Not on the note</source>
        <translation>单上没有</translation>
    </message>
    <message>
        <source>On the note</source>
        <translation>单上</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Unpacked</source>
        <translation>拆箱</translation>
    </message>
    <message>
        <source>{amount} missing</source>
        <translation>缺 {amount}</translation>
    </message>
    <message>
        <source>{amount} too many</source>
        <translation>多 {amount}</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Close the product</source>
        <translation>关闭商品</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>DifferenceModel</name>
    <message>
        <source>Counted</source>
        <translation>清点</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>账面</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Are these the same product?</source>
        <translation>这是同一种商品吗？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Copied photos (%n)…</source>
        <translation>
            <numerusform>照片副本（%n 组）…</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复商品</translation>
    </message>
    <message>
        <source>Every product is there once, as far as can be seen.</source>
        <translation>就目前所见，没有重复的商品。</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>Looking through the shop…</source>
        <translation>正在查看本店商品…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>已合并。</translation>
    </message>
    <message>
        <source>Next pair</source>
        <translation>下一对</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一种</translation>
    </message>
    <message>
        <source>Pair before</source>
        <translation>上一对</translation>
    </message>
    <message>
        <source>Remembered: not the same.</source>
        <translation>已记住：不是同一种。</translation>
    </message>
    <message>
        <source>Stock, photos, tags, barcode and searches join the left one (M)</source>
        <translation>库存、照片、标签、条码和查找记录归入左边一种（M）</translation>
    </message>
    <message>
        <source>The other one stays (S)</source>
        <translation>保留另一种（S）</translation>
    </message>
    <message>
        <source>These two are not shown again (N)</source>
        <translation>这两种不再显示（N）</translation>
    </message>
    <message>
        <source>This pair is decided.</source>
        <translation>这一对已处理。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
</context>
<context>
    <name>EditCounts</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) had been changed since and stay: {names}</source>
        <translation>
            <numerusform>%n 种商品此后已被更改，保持不变：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) had been changed by somebody since and stay.</source>
        <translation>
            <numerusform>%n 个值此后已被他人修改，保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyShopView</name>
    <message>
        <source>Bring them in once, in one of three ways. A table or a folder can be dropped here, too.</source>
        <translation>只需录入一次，有三种方式。也可以把表格或文件夹直接拖到这里。</translation>
    </message>
    <message>
        <source>CSV, Excel, the export of a web shop or till: its columns are recognised.</source>
        <translation>CSV、Excel、网店或收银系统的导出文件，各列会自动识别。</translation>
    </message>
    <message>
        <source>Every picture becomes a product, called as its file; a sub-folder is a category.</source>
        <translation>每张图片成为一种商品，以文件名命名；子文件夹即类别。</translation>
    </message>
    <message>
        <source>From a folder of pictures</source>
        <translation>从图片文件夹导入</translation>
    </message>
    <message>
        <source>From a table</source>
        <translation>从表格导入</translation>
    </message>
    <message>
        <source>Hold each product in front of the webcam, or type it in: three keys a product.</source>
        <translation>把商品逐个举到摄像头前，或手动输入：每种商品只按三个键。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐个录入</translation>
    </message>
    <message>
        <source>This shop has no products yet</source>
        <translation>店里还没有商品</translation>
    </message>
    <message>
        <source>Your products are on their way</source>
        <translation>商品正在录入</translation>
    </message>
</context>
<context>
    <name>EvaluationDialog</name>
    <message>
        <source>Among five</source>
        <translation>前五名</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Figures of each category</source>
        <translation>各类别的数据</translation>
    </message>
    <message>
        <source>How well is {file} recognised?</source>
        <translation>{file} 的识别效果如何？</translation>
    </message>
    <message>
        <source>Measured recognition</source>
        <translation>识别效果</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Right first</source>
        <translation>首位正确</translation>
    </message>
    <message>
        <source>The report is {file}.</source>
        <translation>报告：{file}。</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写报告…</translation>
    </message>
    <message>
        <source>among the first five</source>
        <translation>在前五位中</translation>
    </message>
    <message>
        <source>among the first ten</source>
        <translation>在前十位中</translation>
    </message>
    <message>
        <source>mean reciprocal rank</source>
        <translation>平均倒数排名</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>right product first</source>
        <translation>首位就是正确商品</translation>
    </message>
    <message>
        <source>unknown products told apart (AUROC)</source>
        <translation>辨别店里没有的商品（AUROC）</translation>
    </message>
    <message>
        <source>{count} photos, {skipped} left out, {model}</source>
        <translation>{count} 张照片，略过 {skipped} 张，{model}</translation>
    </message>
</context>
<context>
    <name>FeedbackMessages</name>
    <message numerus="yes">
        <source>%n search(es) forgotten with their pictures.</source>
        <translation>
            <numerusform>已删除 %n 次查找及其图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep this picture for learning</source>
        <translation>保留这张图片供学习使用</translation>
    </message>
    <message>
        <source>Noted: the shop does not have it.</source>
        <translation>已记下：本店没有这种商品。</translation>
    </message>
    <message>
        <source>Noted: this is “{title}”.</source>
        <translation>已记下：这是“{title}”。</translation>
    </message>
    <message>
        <source>Ranked again without “{title}”.</source>
        <translation>已去掉“{title}”并重新排列。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已收回。</translation>
    </message>
    <message>
        <source>The picture is a photo of “{title}” now: the next lesson learns from it.</source>
        <translation>这张图片已成为“{title}”的照片，下次学习会用到它。</translation>
    </message>
    <message>
        <source>The picture is kept for the next lesson.</source>
        <translation>图片已保留，供下次学习使用。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>FilmBookingDialog</name>
    <message>
        <source>A film gives an estimate: put the numbers right before you count them.</source>
        <translation>视频只能给出估计数：请先改正数量，再计入盘点。</translation>
    </message>
    <message>
        <source>All that is ticked, as one step (Ctrl+Enter). Where no count is under way, one begins.</source>
        <translation>把勾选的一次全部计入（Ctrl+Enter）。没有进行中的盘点时，会开始一次。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Count in the stocktake</source>
        <translation>计入盘点</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What the film shows</source>
        <translation>视频中的商品</translation>
    </message>
</context>
<context>
    <name>FilmButton</name>
    <message>
        <source>Back to the film</source>
        <translation>回到视频</translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message numerus="yes">
        <source>%n piece(s) counted.</source>
        <translation>
            <numerusform>清点到 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) in {length}</source>
        <translation>
            <numerusform>{length} 中有 %n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>At {times} the film goes on elsewhere: what it shows again is counted again.</source>
        <translation>视频在 {times} 处跳到了别处：再次拍到的会再数一次。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Count in the stocktake…</source>
        <translation>计入盘点…</translation>
    </message>
    <message>
        <source>Count the pieces</source>
        <translation>清点件数</translation>
    </message>
    <message>
        <source>Counted, each piece once</source>
        <translation>清点结果，每件只数一次</translation>
    </message>
    <message>
        <source>For a walk along a shelf: each piece is counted once. It takes some seconds a metre.</source>
        <translation>用于沿货架拍摄的视频：每件只数一次。每米需要几秒钟。</translation>
    </message>
    <message>
        <source>Looked through {reached} of {total}</source>
        <translation>已看 {reached}，共 {total}</translation>
    </message>
    <message>
        <source>Looking for the first sharp picture…</source>
        <translation>正在寻找第一个清晰的画面…</translation>
    </message>
    <message>
        <source>No picture of it is sharp and light enough to be looked at. Film slowly, in good light.</source>
        <translation>没有足够清晰明亮的画面可看。请在光线好的地方慢慢拍摄。</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未认出</translation>
    </message>
    <message>
        <source>Nothing of this shop, as far as can be seen</source>
        <translation>没有看到本店的商品</translation>
    </message>
    <message numerus="yes">
        <source>One film at a time: %n other file(s) left out.</source>
        <translation>
            <numerusform>一次只看一段视频：其余 %n 个文件未看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps {title}</source>
        <translation>可能是{title}</translation>
    </message>
    <message>
        <source>Products in the film</source>
        <translation>视频中的商品</translation>
    </message>
    <message>
        <source>Search with this picture</source>
        <translation>用这个画面查找</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. What was found until then is shown.</source>
        <translation>已停止。此前找到的仍然显示。</translation>
    </message>
    <message>
        <source>Time line of the film</source>
        <translation>视频时间轴</translation>
    </message>
    <message>
        <source>{count} × {title}</source>
        <translation>{title} × {count}</translation>
    </message>
</context>
<context>
    <name>FilmWatching</name>
    <message>
        <source>Counting what a film shows</source>
        <translation>正在清点视频中的商品</translation>
    </message>
    <message>
        <source>Watching a film</source>
        <translation>正在看视频</translation>
    </message>
</context>
<context>
    <name>FilmingDialog</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Film your shelves</source>
        <translation>拍摄货架</translation>
    </message>
    <message>
        <source>Walk slowly along the shelves. {seconds} seconds left, {count} views so far.</source>
        <translation>请沿货架慢慢走。剩余 {seconds} 秒，已拍 {count} 个画面。</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Any brand</source>
        <translation>全部品牌</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>At the mark of the settings or below, or at the product&apos;s own.</source>
        <translation>等于或低于设置中的（或该商品自己的）低库存线。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Fewer than three photos</source>
        <translation>照片少于三张</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>Low stock ({count})</source>
        <translation>低库存（{count}）</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Recognition gets better with three photos or more of each product.</source>
        <translation>每种商品有三张以上照片，识别会更准。</translation>
    </message>
    <message>
        <source>Rename tags, merge them, remove them</source>
        <translation>重命名、合并或移除标签</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show ({count})</source>
        <translation>显示（{count}）</translation>
    </message>
    <message>
        <source>Show only: {states}</source>
        <translation>仅显示：{states}</translation>
    </message>
    <message>
        <source>Something was seen that must not be shown, or may not be sold.</source>
        <translation>发现了不宜展示或不可出售的内容。</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Title, number, barcode, tag …</source>
        <translation>名称、编号、条码、标签…</translation>
    </message>
    <message>
        <source>What was not counted stays: it may be there.</source>
        <translation>未盘点的商品会保留：可能有货。</translation>
    </message>
    <message>
        <source>With findings ({count})</source>
        <translation>有发现（{count}）</translation>
    </message>
    <message>
        <source>Without photo</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>Without price</source>
        <translation>无价格</translation>
    </message>
</context>
<context>
    <name>FindingsGate</name>
    <message>
        <source>Looking for what must not be shown</source>
        <translation>正在查找不宜展示的内容</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>A lesson learns what your products look like at your counter. It is put in use only if it proves better, and one click goes back.</source>
        <translation>学习让程序认识您的商品在柜台上的样子。学习结果只有证明更好才会启用，点一下就能恢复。</translation>
    </message>
    <message>
        <source>Bring your products in</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drop a picture on the window, paste one, or hold the product in front of the webcam. The window says which product of your shop it is.</source>
        <translation>把图片拖到窗口里、粘贴，或把商品举到摄像头前。窗口会告诉您是店里的哪种商品。</translation>
    </message>
    <message>
        <source>First steps · {step} of {steps}</source>
        <translation>入门 · 第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Go to learning</source>
        <translation>去学习</translation>
    </message>
    <message>
        <source>Go to the search</source>
        <translation>去查找</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Import the table of your products, or a folder of pictures. Tables of many web shops and tills are understood as they are.</source>
        <translation>导入商品表格，或一个图片文件夹。许多网店和收银系统的表格可以直接识别。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Search with a picture</source>
        <translation>用图片查找</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Teach it</source>
        <translation>教它认识商品</translation>
    </message>
</context>
<context>
    <name>FolderPreview</name>
    <message numerus="yes">
        <source>%n file(s) are left out, such as {file}: {reason}</source>
        <translation>
            <numerusform>%n 个文件将跳过，例如 {file}：{reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) belong to no product and are left out.</source>
        <translation>
            <numerusform>%n 个文件夹不属于任何商品，将跳过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folders and their products</source>
        <translation>文件夹及其商品</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos of products</source>
        <translation>商品照片</translation>
    </message>
    <message>
        <source>Photos: {photos}, of {products} products</source>
        <translation>{photos} 张照片，属于 {products} 种商品</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Opening another shop…</source>
        <translation>正在打开另一家店铺…</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>{work}: {done} of {total}</source>
        <translation>{work}：{done} / {total}</translation>
    </message>
    <message>
        <source>{work}: {share}</source>
        <translation>{work}：{share}</translation>
    </message>
</context>
<context>
    <name>GaveWayDialog</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>By</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>现在的值</translation>
    </message>
    <message>
        <source>If they are one product, merge them: catalog, “Duplicates”.</source>
        <translation>如果是同一种商品，请合并：目录页的“重复商品”。</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>全部保持现状</translation>
    </message>
    <message>
        <source>Low stock</source>
        <translation>低库存</translation>
    </message>
    <message>
        <source>Made twice under {sku}: {titles}</source>
        <translation>以 {sku} 建了两次：{titles}</translation>
    </message>
    <message>
        <source>Nothing gave way that nobody has looked at.</source>
        <translation>没有尚未查看的让出。</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Said here</source>
        <translation>这里写的</translation>
    </message>
    <message>
        <source>Sale price</source>
        <translation>促销价</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>重新写入</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What gave way to other tills</source>
        <translation>让给其他收银机的改动</translation>
    </message>
</context>
<context>
    <name>GoneShop</name>
    <message>
        <source>Save the catalog…</source>
        <translation>保存商品目录…</translation>
    </message>
    <message>
        <source>The catalog is saved as {file}.</source>
        <translation>商品目录已保存为 {file}。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>What you were entering is still in the window. The catalog as the program holds it can be saved to a file that a shop can be restored from.</source>
        <translation>您正在输入的内容还在窗口中。程序所持有的商品目录可以保存为文件，日后可用它恢复店铺。</translation>
    </message>
</context>
<context>
    <name>GroupRow</name>
    <message>
        <source>Count {title}</source>
        <translation>清点“{title}”</translation>
    </message>
    <message>
        <source>Not counted by the piece</source>
        <translation>不按件计数</translation>
    </message>
    <message>
        <source>Pieces of {title}</source>
        <translation>“{title}”的件数</translation>
    </message>
    <message>
        <source>{sku} – {guesses} of {pieces} are guesses: look at them</source>
        <translation>{sku}：{pieces} 件中有 {guesses} 件是猜测，请看一看</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>About Snapshelf</source>
        <translation>关于 Snapshelf</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation>支持报告…</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Choose one of the last searches</source>
        <translation>从最近的查找中选择</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>最近的查找</translation>
    </message>
    <message>
        <source>To the search after it</source>
        <translation>前往下一次查找</translation>
    </message>
    <message>
        <source>To the search before</source>
        <translation>回到上一次查找</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be searched</source>
        <translation>无法查找</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>Not in this shop</source>
        <translation>本店没有这件商品</translation>
    </message>
    <message>
        <source>Perhaps {title}</source>
        <translation>可能是{title}</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
</context>
<context>
    <name>ImportActions</name>
    <message numerus="yes">
        <source>%n product(s) wait for a decision: see what must not be shown.</source>
        <translation>
            <numerusform>%n 种商品有待决定：请看“不宜展示的内容”。</numerusform>
        </translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Choose a table of products</source>
        <translation>选择商品表格</translation>
    </message>
    <message>
        <source>Choose a table of receipts</source>
        <translation>选择小票表格</translation>
    </message>
    <message>
        <source>Import a folder of pictures…</source>
        <translation>导入图片文件夹…</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Import receipts of a till…</source>
        <translation>导入收银机小票…</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose the column that holds each product&apos;s number (SKU) or barcode.</source>
        <translation>请选择包含每种商品编号（SKU）或条码的列。</translation>
    </message>
    <message>
        <source>Every picture in it becomes a product; a sub-folder is a category.</source>
        <translation>其中每张图片成为一种商品，子文件夹即类别。</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入商品</translation>
    </message>
</context>
<context>
    <name>ImportFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the columns by hand</source>
        <translation>手动选择列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparing with the shop…</source>
        <translation>正在与店铺比较…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Into the shop “{shop}”</source>
        <translation>导入到店铺“{shop}”</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>停止导入</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— 无 —</translation>
    </message>
</context>
<context>
    <name>ImportRemarks</name>
    <message>
        <source>What is left out, and why</source>
        <translation>跳过的内容及原因</translation>
    </message>
</context>
<context>
    <name>ImportRun</name>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
</context>
<context>
    <name>InsightPage</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Open the product of a row in the catalog</source>
        <translation>在目录中打开该行的商品</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The report is {file}.</source>
        <translation>报告在 {file}。</translation>
    </message>
    <message>
        <source>Write a page, a PDF and tables, and open the page</source>
        <translation>写出网页、PDF 和表格，并打开网页</translation>
    </message>
    <message>
        <source>{since} to {until}, beside the {days} days before</source>
        <translation>{since} 至 {until}，与之前 {days} 天相比</translation>
    </message>
</context>
<context>
    <name>InsightView</name>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KnownShops</name>
    <message>
        <source>Enter opens a shop, Del takes it from this list</source>
        <translation>Enter 打开店铺，Del 将其从列表中移除</translation>
    </message>
    <message>
        <source>Shops that were opened before</source>
        <translation>以前打开过的店铺</translation>
    </message>
</context>
<context>
    <name>LabelOptionsForm</name>
    <message numerus="yes">
        <source>%n on a sheet of {paper}</source>
        <translation>
            <numerusform>每张 {paper} 纸 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>As many as in stock</source>
        <translation>库存有多少就印多少</translation>
    </message>
    <message>
        <source>As usual for the currency</source>
        <translation>按货币的习惯</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Begin at label</source>
        <translation>从第几个价签开始</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>On the label</source>
        <translation>价签上印</translation>
    </message>
    <message>
        <source>One label after the other</source>
        <translation>一个接一个</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格写法</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>卷纸</translation>
    </message>
    <message>
        <source>Sheet or roll</source>
        <translation>价签纸或卷纸</translation>
    </message>
    <message>
        <source>Shelf edge, cut from {paper}</source>
        <translation>货架条，用 {paper} 纸裁</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个价签</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a label to begin there on a used sheet</source>
        <translation>用过的价签纸：点一个价签，从那里开始</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>价签</translation>
    </message>
</context>
<context>
    <name>LearningPage</name>
    <message>
        <source>A table with the columns photo and sku says what is on each picture</source>
        <translation>含有 photo 和 sku 两列的表格，说明每张图片上是什么商品</translation>
    </message>
    <message>
        <source>Choose a table of photos with their products</source>
        <translation>选择照片与商品对照表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>学习结果</translation>
    </message>
    <message>
        <source>Measure on other photos…</source>
        <translation>用其他照片测量…</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Remove the chosen lesson</source>
        <translation>移除所选学习结果</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Use the chosen lesson</source>
        <translation>启用所选学习结果</translation>
    </message>
</context>
<context>
    <name>LearningRunView</name>
    <message>
        <source>A deep lesson is running</source>
        <translation>正在进行深度学习</translation>
    </message>
    <message>
        <source>A quick lesson is running</source>
        <translation>正在进行快速学习</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Loss: how far off the network is</source>
        <translation>损失：识别网络的偏差</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Progress of the lesson</source>
        <translation>学习进度</translation>
    </message>
    <message>
        <source>Right at once, on held-out photos</source>
        <translation>在检验照片上的首位正确率</translation>
    </message>
    <message>
        <source>The curve begins with the first pass over the photos.</source>
        <translation>看完第一遍照片后开始显示曲线。</translation>
    </message>
    <message>
        <source>Today:</source>
        <translation>目前：</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
    <message>
        <source>pass {epoch} of {epochs} over the photos</source>
        <translation>第 {epoch} 遍，共 {epochs} 遍</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>已用 {time}</translation>
    </message>
</context>
<context>
    <name>LearningStartView</name>
    <message numerus="yes">
        <source>%n search(es) were confirmed at the counter.</source>
        <translation>
            <numerusform>柜台上确认过 %n 次查找。</numerusform>
        </translation>
    </message>
    <message>
        <source>A lesson of {date} is not finished: {time} of learning are kept.</source>
        <translation>{date} 的学习还没完成：已学的 {time} 保留着。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Deep lesson</source>
        <translation>深度学习</translation>
    </message>
    <message>
        <source>Learns what sets your products apart, from what the network has already seen.</source>
        <translation>根据识别网络已经看过的内容，学习怎样区分您的商品。</translation>
    </message>
    <message>
        <source>More photos…</source>
        <translation>更多照片…</translation>
    </message>
    <message>
        <source>Quick lesson</source>
        <translation>快速学习</translation>
    </message>
    <message>
        <source>Start a deep lesson</source>
        <translation>开始深度学习</translation>
    </message>
    <message>
        <source>Start a quick lesson</source>
        <translation>开始快速学习</translation>
    </message>
    <message>
        <source>Teaches the network itself to see your products. Searches and all other work go on meanwhile; it can be paused and continued tomorrow.</source>
        <translation>让识别网络本身学会看您的商品。期间查找和其他工作照常进行；可以暂停，明天再继续。</translation>
    </message>
    <message>
        <source>The last one took {time}.</source>
        <translation>上一次用了 {time}。</translation>
    </message>
    <message>
        <source>The next lesson learns from: catalog photos {catalog}, photos taken in the shop {counter}, products {products}.</source>
        <translation>下一次学习将使用 {products} 种商品的 {catalog} 张目录照片和 {counter} 张店内照片。</translation>
    </message>
    <message>
        <source>The shop is being opened…</source>
        <translation>正在打开店铺…</translation>
    </message>
    <message>
        <source>This is the light program. The full program adds deep lessons and the graphics card: install it in its place; shops and settings stay as they are.</source>
        <translation>这是精简版程序。完整版增加深度学习和显卡支持：请改装完整版，店铺和设置都会保持原样。</translation>
    </message>
    <message>
        <source>This shop can only be read now, so it cannot learn.</source>
        <translation>这家店铺现在只能查看，不能学习。</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Time that the deep lesson may take</source>
        <translation>深度学习可用的时间</translation>
    </message>
    <message>
        <source>Usually takes less than a minute.</source>
        <translation>通常不到一分钟。</translation>
    </message>
    <message>
        <source>Without photos from the shop it practises on photos that it makes of the catalog&apos;s pictures.</source>
        <translation>没有店内照片时，会用目录图片绘制照片来练习。</translation>
    </message>
    <message>
        <source>up to {time}</source>
        <translation>最多 {time}</translation>
    </message>
</context>
<context>
    <name>LessonRunner</name>
    <message>
        <source>A deep lesson is running</source>
        <translation>正在进行深度学习</translation>
    </message>
    <message>
        <source>A quick lesson is running</source>
        <translation>正在进行快速学习</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Compare on real photos</source>
        <translation>用真实照片对比</translation>
    </message>
    <message>
        <source>Gain with its 95 % interval, in photos of 100</source>
        <translation>提升及其 95% 区间（每 100 张照片）</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Now right: {count}</source>
        <translation>现在对了：{count}</translation>
    </message>
    <message>
        <source>Now wrong: {count}</source>
        <translation>现在错了：{count}</translation>
    </message>
    <message>
        <source>Of {count} photos from the shop that it did not learn from, these are answered otherwise:</source>
        <translation>在它没学过的 {count} 张店内照片中，这些照片的结果变了：</translation>
    </message>
    <message>
        <source>Photos that are answered otherwise</source>
        <translation>结果变了的照片</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Searching with photos from the shop, without and with the lesson…</source>
        <translation>正在用店内照片查找，比较学习前后…</translation>
    </message>
    <message>
        <source>The network {network} as it comes, with nothing learned about this shop. You can always go back to it.</source>
        <translation>识别网络 {network} 的原样，没有学过本店的任何内容。随时可以恢复到它。</translation>
    </message>
    <message numerus="yes">
        <source>The right product comes first, before and after, on %n held-out photo(s)</source>
        <translation>
            <numerusform>在 %n 张检验照片上，学习前后首位正确的比例</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it as it comes</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>启用这个</translation>
    </message>
    <message>
        <source>{date} · learned from {count} photos · took {time}</source>
        <translation>{date} · 学了 {count} 张照片 · 用时 {time}</translation>
    </message>
</context>
<context>
    <name>LetIn</name>
    <message>
        <source>Name of the phone</source>
        <translation>手机名称</translation>
    </message>
    <message>
        <source>Phones that are let in</source>
        <translation>已接入的手机</translation>
    </message>
    <message>
        <source>Put out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Put {name} out</source>
        <translation>移除{name}</translation>
    </message>
    <message>
        <source>let in on {date}</source>
        <translation>{date} 接入</translation>
    </message>
</context>
<context>
    <name>LookMenus</name>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>LowStockLine</name>
    <message>
        <source>Low stock at</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不提醒</translation>
    </message>
</context>
<context>
    <name>MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>An import is not finished. What is in the shop by now stays. Close anyway?</source>
        <translation>导入尚未完成。已录入店铺的内容会保留。仍要关闭吗？</translation>
    </message>
    <message>
        <source>What is on the page {page} is not finished and would be lost. Close anyway?</source>
        <translation>“{page}”页面上的内容尚未完成，关闭后将丢失。仍要关闭吗？</translation>
    </message>
</context>
<context>
    <name>ManageTags</name>
    <message>
        <source>Manage tags…</source>
        <translation>管理标签…</translation>
    </message>
    <message>
        <source>Rename tags, merge them, remove them</source>
        <translation>重命名、合并或移除标签</translation>
    </message>
</context>
<context>
    <name>ModerationDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Faces blurred. As they were, the photos stay in the shop&apos;s folder until Settings, Privacy deletes them.</source>
        <translation>人脸已模糊。原来的照片仍留在店铺文件夹里，可在“设置”的“隐私”中永久删除。</translation>
    </message>
    <message>
        <source>Goods never sold</source>
        <translation>绝不出售的商品</translation>
    </message>
    <message>
        <source>No face was found on these photos, or they cannot be opened.</source>
        <translation>这些照片上没有找到人脸，或者照片无法打开。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Remembered: may be shown.</source>
        <translation>已记住：可以展示。</translation>
    </message>
    <message>
        <source>Remembered: not shown.</source>
        <translation>已记住：不展示。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>提示哪些</translation>
    </message>
    <message>
        <source>What must not be shown</source>
        <translation>不宜展示的内容</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
</context>
<context>
    <name>NeverSoldView</name>
    <message>
        <source>Add pictures…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Beer and wine</source>
        <translation>啤酒和葡萄酒</translation>
    </message>
    <message>
        <source>Firearms</source>
        <translation>枪支</translation>
    </message>
    <message>
        <source>Photos that look like these or have their print are told. Give a few photos of each, taken as the shop&apos;s photos are; catalog photos tell packages.</source>
        <translation>与这些图片相似或印刷相同的照片会被提示。每种商品请提供几张像店里那样拍的照片；目录照片适合辨认包装。</translation>
    </message>
    <message>
        <source>Pictures of goods that are never sold</source>
        <translation>绝不出售的商品的图片</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Sorts that the program knows by itself:</source>
        <translation>程序自己认识的类别：</translation>
    </message>
</context>
<context>
    <name>NewProductFlow</name>
    <message>
        <source>Leave without saving</source>
        <translation>不保存并离开</translation>
    </message>
    <message>
        <source>The webcam gives no picture. The system says: {reason}</source>
        <translation>摄像头没有画面。系统提示：{reason}</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>What you typed for the new product is not saved. Leave it?</source>
        <translation>新商品的填写内容尚未保存。要离开吗？</translation>
    </message>
</context>
<context>
    <name>NewProductView</name>
    <message>
        <source>A product needs a number of its own.</source>
        <translation>商品需要自己的编号。</translation>
    </message>
    <message>
        <source>A product needs a title.</source>
        <translation>商品需要名称。</translation>
    </message>
    <message>
        <source>Add the picture to that product</source>
        <translation>将图片添加到该商品</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose pictures…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Drop a picture here, or save it without one. Enter saves.</source>
        <translation>请把图片拖放到这里，或不带图片保存。按回车键保存。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Enter saves it. Everything can be changed later.</source>
        <translation>按回车键保存。以后都可以修改。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>It might be “{title}”, which the shop has ({certainty}, {share}).</source>
        <translation>可能是店铺已有的“{title}”（{certainty}，{share}）。</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>New product {number}</source>
        <translation>新商品 {number}</translation>
    </message>
    <message>
        <source>Number (SKU)</source>
        <translation>编号（SKU）</translation>
    </message>
    <message>
        <source>Picture of the new product</source>
        <translation>新商品的图片</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>This looks like “{title}”, which the shop has ({certainty}, {share}).</source>
        <translation>这看起来像店铺已有的“{title}”（{certainty}，{share}）。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What you searched with is kept as its counter photo.</source>
        <translation>您用来查找的图片会保留为它的柜台照片。</translation>
    </message>
</context>
<context>
    <name>NewShopDialog</name>
    <message>
        <source>A new shop from a backup</source>
        <translation>从备份建立新店铺</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>换个位置…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Currency of the shop</source>
        <translation>店铺货币</translation>
    </message>
    <message>
        <source>From a folder of pictures</source>
        <translation>从图片文件夹导入</translation>
    </message>
    <message>
        <source>From a table: CSV, Excel, an export of a web shop or till</source>
        <translation>从表格导入：CSV、Excel、网店或收银系统的导出文件</translation>
    </message>
    <message>
        <source>How the first products come in</source>
        <translation>第一批商品如何录入</translation>
    </message>
    <message>
        <source>It is a folder on this computer: copying it copies the shop, and nobody else sees it.</source>
        <translation>店铺就是本机上的一个文件夹：复制文件夹即复制店铺，别人看不到。</translation>
    </message>
    <message>
        <source>It is as the shop was in {file}. The shop that is open stays as it is.</source>
        <translation>内容与 {file} 中的店铺一致。当前打开的店铺保持不变。</translation>
    </message>
    <message>
        <source>Its folder</source>
        <translation>所在文件夹</translation>
    </message>
    <message>
        <source>Make my shop</source>
        <translation>新建我的店铺</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>One by one, with the webcam or by hand</source>
        <translation>逐个录入：用摄像头或手动</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>That is a copy of the catalog alone: the new shop has no photos.</source>
        <translation>这份副本只有商品目录：新店铺没有照片。</translation>
    </message>
    <message>
        <source>Your own shop</source>
        <translation>您自己的店铺</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>尚未选择</translation>
    </message>
</context>
<context>
    <name>NoticeView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>OfferStrip</name>
    <message>
        <source>For this customer – goes with what they bought, and with this</source>
        <translation>为这位顾客推荐 – 与其买过的商品及本商品搭配</translation>
    </message>
    <message>
        <source>Goes with it – bought together</source>
        <translation>搭配购买——常一起买</translation>
    </message>
    <message>
        <source>No receipts tell what goes with it – of the same category</source>
        <translation>没有小票说明什么与它搭配——以下为同一类别</translation>
    </message>
    <message>
        <source>Out of stock – these are like it and on the shelf</source>
        <translation>缺货——这些与它相似且有货</translation>
    </message>
</context>
<context>
    <name>OfferedCard</name>
    <message>
        <source>Customer&apos;s number or card</source>
        <translation>顾客号码或会员卡</translation>
    </message>
    <message>
        <source>Enter offers what goes with what this customer bought</source>
        <translation>按回车，推荐与这位顾客买过的商品搭配的商品</translation>
    </message>
    <message>
        <source>Their receipts suggest nothing.</source>
        <translation>从其小票中没有可推荐的商品。</translation>
    </message>
</context>
<context>
    <name>OtherDaysDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>哪些天</translation>
    </message>
</context>
<context>
    <name>OtherStores</name>
    <message>
        <source>Most like it in other stores</source>
        <translation>其他门店中最像的</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>On a day of the week</source>
        <translation>按星期几</translation>
    </message>
</context>
<context>
    <name>PaperCounts</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>已把 %n 页发送到打印机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>没有可打印的内容</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>What will be printed</source>
        <translation>将要打印的内容</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>PastCountModel</name>
    <message>
        <source>All products</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>盘点人</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已盘点</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>盘点范围</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>3 months</source>
        <translation>三个月</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>四周</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>其他日期…</translation>
    </message>
</context>
<context>
    <name>PhoneCode</name>
    <message>
        <source>Address of this computer</source>
        <translation>这台电脑的地址</translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>换一个二维码</translation>
    </message>
    <message>
        <source>Code for a phone&apos;s camera</source>
        <translation>供手机扫描的二维码</translation>
    </message>
    <message>
        <source>Let a phone in…</source>
        <translation>接入手机…</translation>
    </message>
    <message>
        <source>Phones in the same network reach this computer at {address}.</source>
        <translation>同一网络中的手机可通过 {address} 访问这台电脑。</translation>
    </message>
    <message>
        <source>Point the phone&apos;s camera at the code and open the page. Then say yes here.</source>
        <translation>用手机相机对准二维码并打开网页，然后在这里点“同意接入”。</translation>
    </message>
    <message>
        <source>The phone&apos;s browser warns once, as nobody else vouches for this computer. It is the right one if the certificate that it shows has this SHA-256 fingerprint:</source>
        <translation>手机浏览器会警告一次，因为没有第三方为这台电脑作保。只要它显示的证书具有下面的 SHA-256 指纹，就是这台电脑：</translation>
    </message>
    <message>
        <source>{address} · works once, for {seconds} more seconds</source>
        <translation>{address} · 只能用一次，还有 {seconds} 秒有效</translation>
    </message>
</context>
<context>
    <name>PhotoSide</name>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>取下</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Catalog photo</source>
        <translation>目录照片</translation>
    </message>
    <message>
        <source>Counter photo</source>
        <translation>柜台照片</translation>
    </message>
    <message>
        <source>Counter photo, faces blurred: {count}</source>
        <translation>柜台照片，已模糊的人脸：{count}</translation>
    </message>
    <message>
        <source>Make it a catalog photo</source>
        <translation>改为目录照片</translation>
    </message>
    <message>
        <source>Make it a counter photo</source>
        <translation>改为柜台照片</translation>
    </message>
    <message>
        <source>Move to the left; the first photo stands for the product</source>
        <translation>左移；第一张照片代表商品</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>No photo yet: drop one here</source>
        <translation>还没有照片：请拖放到这里</translation>
    </message>
    <message>
        <source>Photo of {title}</source>
        <translation>“{title}”的照片</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>照片 {number}</translation>
    </message>
    <message>
        <source>Remove this photo</source>
        <translation>移除这张照片</translation>
    </message>
    <message>
        <source>The file is missing</source>
        <translation>文件丢失</translation>
    </message>
</context>
<context>
    <name>PhotoTiles</name>
    <message>
        <source>Photo {number}</source>
        <translation>照片 {number}</translation>
    </message>
</context>
<context>
    <name>PhotosView</name>
    <message numerus="yes">
        <source>%n photo(s) are new.</source>
        <translation>
            <numerusform>新增 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Photos of products</source>
        <translation>商品照片</translation>
    </message>
    <message>
        <source>Stopped. Photos that were added before that stay.</source>
        <translation>已停止。此前添加的照片会保留。</translation>
    </message>
    <message>
        <source>The photos are out of the shop again.</source>
        <translation>这些照片已从店铺中撤出。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PickView</name>
    <message>
        <source>Back to the results</source>
        <translation>返回查找结果</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Find the right product</source>
        <translation>查找正确的商品</translation>
    </message>
    <message>
        <source>No product has these words or this number.</source>
        <translation>没有商品含有这些词语或此编号。</translation>
    </message>
    <message>
        <source>Products to choose from</source>
        <translation>可选择的商品</translation>
    </message>
    <message>
        <source>Title, number, barcode, tag …</source>
        <translation>名称、编号、条码、标签…</translation>
    </message>
    <message>
        <source>Which product is it?</source>
        <translation>是哪种商品？</translation>
    </message>
</context>
<context>
    <name>PictureIntake</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>ProductAdding</name>
    <message>
        <source>The picture is a photo of “{title}” now.</source>
        <translation>这张图片现在是“{title}”的照片。</translation>
    </message>
    <message>
        <source>The shop has “{title}” now, and finds it.</source>
        <translation>店铺现在有“{title}”了，并能找到它。</translation>
    </message>
    <message>
        <source>“{title}” has this picture already.</source>
        <translation>“{title}”已有这张图片。</translation>
    </message>
    <message>
        <source>“{title}” is off the shelf again.</source>
        <translation>“{title}”已重新下架。</translation>
    </message>
    <message>
        <source>“{title}” is without that photo again.</source>
        <translation>“{title}”不再带有那张照片。</translation>
    </message>
</context>
<context>
    <name>ProductCardDelegate</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>ProductCellDelegate</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
</context>
<context>
    <name>ProductChoice</name>
    <message>
        <source>No more than {most} fit: take one off to choose another.</source>
        <translation>最多放得下 {most} 种：先去掉一种，再选别的。</translation>
    </message>
    <message>
        <source>Which products stand on it</source>
        <translation>海报上有哪些商品</translation>
    </message>
    <message>
        <source>{chosen} of {all} chosen</source>
        <translation>已选 {chosen} 种，共 {all} 种</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ProductLists</name>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>ProductModel</name>
    <message>
        <source>Click to sort, drag to move; a right click hides columns and brings them back</source>
        <translation>点击排序，拖动移动；右键点击可隐藏或恢复列</translation>
    </message>
</context>
<context>
    <name>ProductPhotosCard</name>
    <message>
        <source>Catalog photos: {catalog}. Taken in the shop: {counter}.</source>
        <translation>目录照片 {catalog} 张，店内拍摄 {counter} 张。</translation>
    </message>
    <message>
        <source>Choose a folder with a sub-folder for each product</source>
        <translation>选择每种商品各有一个子文件夹的文件夹</translation>
    </message>
    <message>
        <source>No product has fewer than {enough} photos.</source>
        <translation>每种商品都有至少 {enough} 张照片。</translation>
    </message>
    <message>
        <source>No webcam found</source>
        <translation>没有找到摄像头</translation>
    </message>
    <message>
        <source>Photograph them…</source>
        <translation>给它们拍照…</translation>
    </message>
    <message>
        <source>Photos as they are taken at your counter help most. Put them into a folder with a sub-folder for each product, called by its number, barcode or title; you see first which is whose.</source>
        <translation>在您柜台上拍的照片最有用。请放进一个文件夹，每种商品一个子文件夹，以编号、条码或名称命名；会先列出哪些照片属于哪种商品。</translation>
    </message>
    <message>
        <source>Photos of products</source>
        <translation>商品照片</translation>
    </message>
    <message>
        <source>Photos of products…</source>
        <translation>商品照片…</translation>
    </message>
    <message>
        <source>Show them in the catalog</source>
        <translation>在商品目录中列出</translation>
    </message>
    <message>
        <source>{short} of {products} products have fewer than {enough} photos.</source>
        <translation>{products} 种商品中有 {short} 种的照片少于 {enough} 张。</translation>
    </message>
</context>
<context>
    <name>ProductSide</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Joins it</source>
        <translation>归入左边</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>ProductView</name>
    <message>
        <source>Back to the results</source>
        <translation>返回查找结果</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>查找相似</translation>
    </message>
    <message>
        <source>Open this product in the catalog</source>
        <translation>在商品目录中打开此商品</translation>
    </message>
    <message>
        <source>Photo of {title}</source>
        <translation>“{title}”的照片</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Shelf {place}</source>
        <translation>货架 {place}</translation>
    </message>
    <message>
        <source>Show it beside your picture (C)</source>
        <translation>与您的图片并排显示（C）</translation>
    </message>
    <message>
        <source>Show what looks like this product (M)</source>
        <translation>显示与此商品相似的商品（M）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Another picture of it</source>
        <translation>再加一张它的图片</translation>
    </message>
    <message>
        <source>Drag a frame around the product. Keys: arrows, Shift and arrows, + and −, Esc.</source>
        <translation>在商品周围拖出一个框。按键：方向键、Shift+方向键、+ 和 −、Esc。</translation>
    </message>
    <message>
        <source>Like this, but… (blue, under 10)</source>
        <translation>像这个，但是…（蓝色，10以下）</translation>
    </message>
    <message>
        <source>Part {number} of the picture</source>
        <translation>图片的第 {number} 部分</translation>
    </message>
    <message>
        <source>Pictures of this search</source>
        <translation>本次查找的图片</translation>
    </message>
    <message>
        <source>Search only this part (Alt+{number})</source>
        <translation>只查找这一部分（Alt+{number}）</translation>
    </message>
    <message>
        <source>Shows what is like your picture and fits these words: “but blue”, “under 10”, “not striped”</source>
        <translation>显示与您的图片相似并符合这些词的商品：“要蓝色”、“10以下”、“不要条纹”</translation>
    </message>
    <message>
        <source>These show one product</source>
        <translation>这些是同一种商品</translation>
    </message>
    <message>
        <source>What it should be like instead</source>
        <translation>想要什么样的</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的图片</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Its folder is called so, too. It stays where it is.</source>
        <translation>所在文件夹也会改为这个名称，位置不变。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the shop</source>
        <translation>重命名店铺</translation>
    </message>
</context>
<context>
    <name>ResultActionRow</name>
    <message>
        <source>More for this product</source>
        <translation>此商品的更多操作</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>Add it to the shop…</source>
        <translation>添加到店铺…</translation>
    </message>
    <message>
        <source>All about this product (Enter)</source>
        <translation>这种商品的全部信息（回车）</translation>
    </message>
    <message>
        <source>Another one…</source>
        <translation>其实是另一种…</translation>
    </message>
    <message>
        <source>Brought back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Copy the price</source>
        <translation>复制价格</translation>
    </message>
    <message>
        <source>Delete them with their searches</source>
        <translation>连同其查找记录一起删除</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Edit in the catalog</source>
        <translation>在商品目录中编辑</translation>
    </message>
    <message>
        <source>Find its receipt, and book the return</source>
        <translation>查找小票并登记退货</translation>
    </message>
    <message>
        <source>Find the right product yourself</source>
        <translation>自己查找正确的商品</translation>
    </message>
    <message>
        <source>For another program</source>
        <translation>供其他程序使用</translation>
    </message>
    <message>
        <source>Forget all kept pictures…</source>
        <translation>删除所有保留的图片…</translation>
    </message>
    <message>
        <source>It is product {number}</source>
        <translation>是第 {number} 种</translation>
    </message>
    <message>
        <source>Its price and barcode on paper</source>
        <translation>把价格和条码打印在纸上</translation>
    </message>
    <message>
        <source>Keep pictures of confirmed searches for learning</source>
        <translation>保留已确认查找的图片用于学习</translation>
    </message>
    <message>
        <source>Large, in a window of its own; what is certain follows there by itself</source>
        <translation>在单独的窗口里放大显示；确定的商品会自动显示在那里</translation>
    </message>
    <message>
        <source>Make a new product of your picture</source>
        <translation>用您的图片新建商品</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>查找相似</translation>
    </message>
    <message>
        <source>One of it was delivered, or what the scale&apos;s label says</source>
        <translation>进货一件，或电子秤标签上的数量</translation>
    </message>
    <message>
        <source>One of it was sold, or what the scale&apos;s label says</source>
        <translation>售出一件，或电子秤标签上的数量</translation>
    </message>
    <message>
        <source>Open this product in the catalog</source>
        <translation>在商品目录中打开此商品</translation>
    </message>
    <message>
        <source>Print its label…</source>
        <translation>打印价签…</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Say that the shop does not have it</source>
        <translation>说明本店没有这种商品</translation>
    </message>
    <message>
        <source>Show it beside your picture</source>
        <translation>与您的图片并排显示</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>给顾客看</translation>
    </message>
    <message>
        <source>Show the new order</source>
        <translation>显示新的顺序</translation>
    </message>
    <message>
        <source>Show what a closer look found</source>
        <translation>显示仔细查看的结果</translation>
    </message>
    <message>
        <source>Show what looks like this product</source>
        <translation>显示与此商品相似的商品</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Sold or received…</source>
        <translation>售出或进货…</translation>
    </message>
    <message>
        <source>Take back what you said last</source>
        <translation>收回您刚才的判断</translation>
    </message>
    <message>
        <source>This is not the product: rank the others again</source>
        <translation>不是这种商品：重新排列其余商品</translation>
    </message>
    <message>
        <source>This is the product</source>
        <translation>就是这种商品</translation>
    </message>
    <message>
        <source>Type how much of it</source>
        <translation>输入数量</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>We don&apos;t have it</source>
        <translation>本店没有</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Back to your search</source>
        <translation>返回您的查找</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>找到的商品</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Show it ({key})</source>
        <translation>显示（{key}）</translation>
    </message>
    <message>
        <source>The shop is still being opened.</source>
        <translation>店铺正在打开。</translation>
    </message>
    <message>
        <source>This picture cannot be searched</source>
        <translation>无法用这张图片查找</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message numerus="yes">
        <source>%n receipt(s) found</source>
        <translation>
            <numerusform>找到 %n 张小票</numerusform>
        </translation>
    </message>
    <message>
        <source>A day is written as 2026-11-28.</source>
        <translation>日期请写成 2026-11-28 的样子。</translation>
    </message>
    <message>
        <source>As good as new: back to stock</source>
        <translation>完好：放回库存</translation>
    </message>
    <message>
        <source>Book the return</source>
        <translation>登记退货</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Customer&apos;s number, if it is known</source>
        <translation>顾客编号（如果知道）</translation>
    </message>
    <message>
        <source>Damaged or spoiled: written off</source>
        <translation>损坏或变质：报损</translation>
    </message>
    <message>
        <source>Day of the receipt, if it is known</source>
        <translation>小票日期（如果知道）</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>多少</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>The last {count} receipts; a number or a day finds older ones</source>
        <translation>最近 {count} 张小票；更早的请用顾客编号或日期查找</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Without a receipt</source>
        <translation>没有小票</translation>
    </message>
    <message>
        <source>{left} of {sold} left</source>
        <translation>还可退 {left}，共 {sold}</translation>
    </message>
</context>
<context>
    <name>Returning</name>
    <message>
        <source>Brought back: {amount} of “{title}”. {stock}.</source>
        <translation>退回：“{title}” {amount}。{stock}。</translation>
    </message>
    <message>
        <source>Taken back: {amount} of “{title}”. {stock}.</source>
        <translation>已撤销：“{title}” {amount}。{stock}。</translation>
    </message>
</context>
<context>
    <name>RowDeeds</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Make a product…</source>
        <translation>建为商品…</translation>
    </message>
    <message>
        <source>Put on the order list</source>
        <translation>列入订货清单</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从清单中去掉</translation>
    </message>
    <message>
        <source>We don&apos;t sell that</source>
        <translation>本店不卖</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>顾客要找的</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>The first rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
</context>
<context>
    <name>SaleLines</name>
    <message>
        <source>Sale begins</source>
        <translation>促销开始</translation>
    </message>
    <message>
        <source>Sale ends</source>
        <translation>促销结束</translation>
    </message>
    <message>
        <source>Sale price</source>
        <translation>促销价</translation>
    </message>
</context>
<context>
    <name>SalesDialog</name>
    <message>
        <source>12/31: month first</source>
        <translation>12/31：月在前</translation>
    </message>
    <message>
        <source>31/12: day first</source>
        <translation>31/12：日在前</translation>
    </message>
    <message>
        <source>Choose the columns of the receipt&apos;s number, its day, and the product (SKU).</source>
        <translation>请选择小票号、日期和商品（SKU）所在的列。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Done. New receipts: {new}, new lines: {lines}. Products whose stock moved: {moved}.</source>
        <translation>完成。新小票：{new}，新行：{lines}。库存有变动的商品：{moved}。</translation>
    </message>
    <message>
        <source>Import receipts</source>
        <translation>导入小票</translation>
    </message>
    <message>
        <source>Off for a shop whose till keeps the stock and whose tables bring it.</source>
        <translation>库存由收银机管理并由表格带入的店铺请关闭。</translation>
    </message>
    <message>
        <source>Receipts: {new} new of {receipts}, with {lines} lines.</source>
        <translation>小票：{receipts} 张中有 {new} 张是新的，共 {lines} 行。</translation>
    </message>
    <message>
        <source>The till&apos;s, like Europe/Berlin. Empty: as this computer&apos;s.</source>
        <translation>收银机的时区，例如 Asia/Shanghai。留空则与本电脑相同。</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>What was sold since the last count leaves the stock</source>
        <translation>上次盘点后售出的数量从库存中减去</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>按文件</translation>
    </message>
    <message>
        <source>{file}: exported from {program}</source>
        <translation>{file}：由 {program} 导出</translation>
    </message>
    <message>
        <source>{file}: which column is what?</source>
        <translation>{file}：各列是什么？</translation>
    </message>
</context>
<context>
    <name>ScalesLine</name>
    <message>
        <source>P product, W weight, Q pieces, M price, V check digit of those, X check digit of all</source>
        <translation>P 商品，W 重量，Q 件数，M 价格，V 前者的校验位，X 整体的校验位</translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation>电子秤标签</translation>
    </message>
</context>
<context>
    <name>SearchActions</name>
    <message>
        <source>Choose one or more picture files</source>
        <translation>选择一个或多个图片文件</translation>
    </message>
    <message>
        <source>Connect a webcam: this button turns on by itself.</source>
        <translation>请连接摄像头，此按钮会自动启用。</translation>
    </message>
    <message>
        <source>Find by words or number</source>
        <translation>按文字或编号查找</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>从剪贴板</translation>
    </message>
    <message>
        <source>From the webcam</source>
        <translation>用摄像头</translation>
    </message>
    <message>
        <source>Hold a product in front of the webcam</source>
        <translation>把商品举到摄像头前</translation>
    </message>
    <message>
        <source>Name every product in the picture, and count them</source>
        <translation>认出照片里的每一件商品，并清点</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>No webcam found</source>
        <translation>没有找到摄像头</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Part {number} of the picture</source>
        <translation>图片的第 {number} 部分</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Put the picture away</source>
        <translation>收起当前图片</translation>
    </message>
    <message>
        <source>Search with the whole picture (Esc)</source>
        <translation>用整张图片查找（Esc）</translation>
    </message>
    <message>
        <source>Several products here?</source>
        <translation>这里有多种商品？</translation>
    </message>
    <message>
        <source>Take the picture from the clipboard</source>
        <translation>使用剪贴板中的图片</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右转</translation>
    </message>
    <message>
        <source>Turn the picture to the left</source>
        <translation>把图片向左转</translation>
    </message>
    <message>
        <source>Turn the picture to the right</source>
        <translation>把图片向右转</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>SearchCamera</name>
    <message>
        <source>Plug it in again, or open a picture.</source>
        <translation>请重新插上摄像头，或打开一张图片。</translation>
    </message>
    <message>
        <source>The system says: {reason}. Close other programs that use it, allow Snapshelf to use it in the system&apos;s settings, or plug it in again.</source>
        <translation>系统提示：{reason}。请关闭正在使用摄像头的其他程序，在系统设置中允许 Snapshelf 使用摄像头，或重新插上摄像头。</translation>
    </message>
    <message>
        <source>The webcam gives no picture</source>
        <translation>摄像头没有画面</translation>
    </message>
    <message>
        <source>The webcam was unplugged</source>
        <translation>摄像头已断开</translation>
    </message>
</context>
<context>
    <name>SearchKeys</name>
    <message>
        <source>Arrows, + −</source>
        <translation>方向键、+ −</translation>
    </message>
    <message>
        <source>Back to the results</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>就是这种</translation>
    </message>
    <message>
        <source>List or grid</source>
        <translation>列表或网格</translation>
    </message>
    <message>
        <source>Move or resize the frame on the picture</source>
        <translation>移动或缩放图片上的框</translation>
    </message>
    <message>
        <source>Take the webcam&apos;s picture</source>
        <translation>用摄像头拍照</translation>
    </message>
    <message>
        <source>The whole picture again</source>
        <translation>恢复整张图片</translation>
    </message>
    <message>
        <source>Turn the picture</source>
        <translation>旋转图片</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose pictures or a film</source>
        <translation>选择图片或视频</translation>
    </message>
    <message>
        <source>Drop or paste a picture file, or a picture copied from another program.</source>
        <translation>请拖入或粘贴图片文件，或从其他程序复制的图片。</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Pictures and films</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Search by name, number or barcode</source>
        <translation>按名称、编号或条码查找</translation>
    </message>
    <message>
        <source>Snapshelf works offline and fetches nothing. Save the picture on this computer first, or copy the picture itself and paste it here.</source>
        <translation>Snapshelf 离线工作，不会从网上下载任何内容。请先把图片保存到本机，或复制图片本身再粘贴到这里。</translation>
    </message>
    <message>
        <source>The shop cannot be opened</source>
        <translation>无法打开店铺</translation>
    </message>
    <message>
        <source>There is no picture in it</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>This picture is on the internet</source>
        <translation>这张图片在网上</translation>
    </message>
    <message>
        <source>Type a name, number or barcode – or drop a picture</source>
        <translation>输入名称、编号或条码，或把图片拖到这里</translation>
    </message>
</context>
<context>
    <name>SeenBar</name>
    <message>
        <source>Decided: it may be shown.</source>
        <translation>已决定：可以展示。</translation>
    </message>
    <message>
        <source>Decided: not shown.</source>
        <translation>已决定：不展示。</translation>
    </message>
    <message>
        <source>Do not show</source>
        <translation>不展示</translation>
    </message>
    <message>
        <source>May be shown</source>
        <translation>可以展示</translation>
    </message>
</context>
<context>
    <name>SeenModel</name>
    <message>
        <source>Decided</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>may be shown</source>
        <translation>可以展示</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>不展示</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待决定</translation>
    </message>
</context>
<context>
    <name>SeenPhotosView</name>
    <message>
        <source>A person has looked, and it is fine (A)</source>
        <translation>有人看过，没有问题（A）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Blur faces</source>
        <translation>模糊人脸</translation>
    </message>
    <message>
        <source>Customers do not see it; it stays in the shop (N)</source>
        <translation>顾客看不到它；它仍留在店里（N）</translation>
    </message>
    <message>
        <source>Do not show</source>
        <translation>不展示</translation>
    </message>
    <message>
        <source>It has no photo: change its words, or archive it.</source>
        <translation>它没有照片：请修改它的文字，或将它归档。</translation>
    </message>
    <message>
        <source>Make the faces on the chosen counter photos unrecognisable (B)</source>
        <translation>把所选柜台照片上的人脸处理成无法辨认（B）</translation>
    </message>
    <message>
        <source>May be shown</source>
        <translation>可以展示</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不展示</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>这里没有待决定的内容。</translation>
    </message>
    <message>
        <source>Photos on which something was seen</source>
        <translation>有发现的照片</translation>
    </message>
    <message>
        <source>Still looking. Nothing was seen so far.</source>
        <translation>还在查看，目前没有发现什么。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>作了什么决定</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>发现了什么</translation>
    </message>
    <message>
        <source>Whatever must not be shown</source>
        <translation>所有不宜展示的内容</translation>
    </message>
</context>
<context>
    <name>SeenTags</name>
    <message>
        <source>Add the tag {tag}</source>
        <translation>加上标签“{tag}”</translation>
    </message>
    <message>
        <source>Seen on its photos: add as a tag</source>
        <translation>照片上看到的：加为标签</translation>
    </message>
</context>
<context>
    <name>SelectedProducts</name>
    <message numerus="yes">
        <source> and %n stock movement(s) go with it, and every count.</source>
        <translation>
            <numerusform>、%n 条库存变动以及全部盘点记录会一并删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete {products} for good?</source>
        <translation>永久删除{products}吗？</translation>
    </message>
    <message>
        <source>This cannot be undone. What lessons learned stays learned, and older backups hold what they held.</source>
        <translation>此操作无法撤销。学习所学到的会保留，较早的备份内容不变。</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Set by your IT</source>
        <translation>由 IT 部门设定</translation>
    </message>
</context>
<context>
    <name>SettingsAdvanced</name>
    <message>
        <source>A lesson is in use on top; choosing a network puts it aside.</source>
        <translation>目前在它之上使用着学习结果；选择识别网络会停用学习结果。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>It runs the network. A change counts from the next time the shop is opened.</source>
        <translation>它运行识别网络。更改在下次打开店铺时生效。</translation>
    </message>
    <message>
        <source>It turns pictures into what is compared. Another one looks at every photo again; searches go on meanwhile.</source>
        <translation>它把图片变成可以比较的内容。换一个会重新查看每张照片；期间可以照常查找。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>识别网络</translation>
    </message>
    <message>
        <source>Now: {device}.</source>
        <translation>目前：{device}。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
</context>
<context>
    <name>SettingsBackups</name>
    <message>
        <source>A copy of the catalog beside it, when the shop is opened. Seven days and four weeks are kept.</source>
        <translation>打开店铺时在旁边存一份商品目录。保留七天和四周的备份。</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>As a new shop…</source>
        <translation>作为新店铺…</translation>
    </message>
    <message>
        <source>Back up by itself</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>Back up the shop…</source>
        <translation>备份店铺…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups of this shop</source>
        <translation>本店的备份</translation>
    </message>
    <message>
        <source>Bring the shop {shop} back to the backup {file}? What was changed since then is undone; the catalog and the lessons of now are kept in the shop&apos;s folder “replaced” until the next restore.</source>
        <translation>要把店铺 {shop} 恢复到备份 {file} 吗？此后的更改会被撤销；现在的商品目录和学习结果会保留在店铺的“replaced”文件夹中，直到下一次恢复。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>每天一次</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>每周一次</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Restore the chosen one…</source>
        <translation>恢复所选备份…</translation>
    </message>
    <message>
        <source>Restore this shop</source>
        <translation>恢复这家店铺</translation>
    </message>
    <message>
        <source>The backup {file} was written and verified.</source>
        <translation>备份 {file} 已写好并验证。</translation>
    </message>
    <message>
        <source>The whole shop with its photos in one file, for another disk</source>
        <translation>整个店铺连同照片存为一个文件，可放到另一块磁盘</translation>
    </message>
    <message>
        <source>before a change of the whole catalog</source>
        <translation>整体更改前的备份</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动备份</translation>
    </message>
</context>
<context>
    <name>SettingsChanges</name>
    <message>
        <source>Any words find what is on the photos now.</source>
        <translation>现在可以按任何词查找照片上的内容。</translation>
    </message>
    <message>
        <source>Change the network</source>
        <translation>更换识别网络</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Delete every number of a customer? Receipts stay, as anybody&apos;s. There is no undo.</source>
        <translation>删除所有顾客编号？小票会保留，但不再属于任何人。无法撤销。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Faces in photos taken in the shop are blurred from now on.</source>
        <translation>从现在起，店内所拍照片中的人脸会被模糊处理。</translation>
    </message>
    <message>
        <source>Faces in photos taken in the shop are kept as they are from now on.</source>
        <translation>从现在起，店内所拍照片中的人脸按原样保留。</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Low stock begins at another mark now.</source>
        <translation>低库存线已更改。</translation>
    </message>
    <message>
        <source>Numbers of customers are deleted, and kept no more.</source>
        <translation>顾客编号已删除，以后也不再保留。</translation>
    </message>
    <message>
        <source>Numbers of customers are kept with receipts from now on.</source>
        <translation>从现在起小票会保留顾客编号。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {network}? What it saw on photos goes with it. To have it back, its file is needed.</source>
        <translation>要移除 {network} 吗？它在照片上看到的内容会一并删除。要恢复，需要它的文件。</translation>
    </message>
    <message>
        <source>Scale labels are read this way from now on.</source>
        <translation>从现在起按此读取电子秤标签。</translation>
    </message>
    <message>
        <source>Search this shop by {network} from now on? It looks at every photo first.</source>
        <translation>今后用识别网络 {network} 查找这家店铺吗？它会先把所有照片看一遍。</translation>
    </message>
    <message>
        <source>Searches whose pictures were not kept are forgotten as examples.</source>
        <translation>没有保留图片的查找不再作为学习的例子。</translation>
    </message>
    <message>
        <source>Something else is under way: wait until it is done, or cancel it.</source>
        <translation>另一项工作正在进行：请等它完成，或取消它。</translation>
    </message>
    <message>
        <source>The kept pictures are forgotten.</source>
        <translation>保留的图片已删除。</translation>
    </message>
    <message>
        <source>The last searches are gone when the window is closed.</source>
        <translation>关闭窗口后，最近的查找就会消失。</translation>
    </message>
    <message>
        <source>The lesson in use is put aside.</source>
        <translation>正在使用的学习结果会停用。</translation>
    </message>
    <message>
        <source>The network is there. It sees the other photos while nobody works.</source>
        <translation>网络已添加。其余照片会在空闲时处理。</translation>
    </message>
    <message>
        <source>The photos that nobody labelled are forgotten.</source>
        <translation>未标注的照片已全部删除。</translation>
    </message>
    <message>
        <source>The photos with faces are deleted.</source>
        <translation>带有人脸的照片已删除。</translation>
    </message>
    <message>
        <source>The shop is searched as it was before.</source>
        <translation>查找方式已恢复到之前。</translation>
    </message>
    <message>
        <source>The shop is searched by {network} now.</source>
        <translation>现在用 {network} 查找店铺。</translation>
    </message>
    <message>
        <source>The shop&apos;s currency is {currency} now.</source>
        <translation>店铺的货币现在是 {currency}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>{network} is removed.</source>
        <translation>{network} 已移除。</translation>
    </message>
</context>
<context>
    <name>SettingsEvidence</name>
    <message>
        <source>A signed log says since when the shop has each photo. Reports of copies are based on it. A time stamp of somebody else shows that it was there at that time.</source>
        <translation>带签名的日志记录店铺从何时起拥有每张照片，有关副本的报告以它为依据。他人的时间戳证明它在那个时间已经存在。</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Ask for a time stamp…</source>
        <translation>申请时间戳…</translation>
    </message>
    <message>
        <source>Bring the answer…</source>
        <translation>导入答复…</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Fingerprint of the shop&apos;s key: {fingerprint}</source>
        <translation>店铺密钥的指纹：{fingerprint}</translation>
    </message>
    <message>
        <source>Have {file} stamped where there is a network, then bring the answer here.</source>
        <translation>请在有网络的地方为 {file} 申请盖戳，再把答复导入这里。</translation>
    </message>
    <message>
        <source>Kept: {authority} stamped the log on {date}. Whether that authority is to be trusted was not checked.</source>
        <translation>已保存：{authority} 于 {date} 为日志盖了时间戳。没有检查该机构是否可信。</translation>
    </message>
    <message>
        <source>No time stamp of somebody else yet.</source>
        <translation>还没有他人的时间戳。</translation>
    </message>
    <message>
        <source>Photos in the log: {count}, signed last on {date}.</source>
        <translation>日志里的照片：{count} 张，最近签名于 {date}。</translation>
    </message>
    <message>
        <source>Time stamp of {date} over its first {lines} lines.</source>
        <translation>{date} 的时间戳，涵盖前 {lines} 行。</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>时间戳</translation>
    </message>
</context>
<context>
    <name>SettingsHelp</name>
    <message>
        <source>About, versions and licences…</source>
        <translation>关于、版本和许可证…</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys of every page</source>
        <translation>各页快捷键</translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation>支持报告…</translation>
    </message>
    <message>
        <source>Reset the settings…</source>
        <translation>重置设置…</translation>
    </message>
</context>
<context>
    <name>SettingsHub</name>
    <message>
        <source>A till of the store {store}; the hub is at {computer}.</source>
        <translation>门店 {store} 的一台收银机；中心库在 {computer}。</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>中心库的地址</translation>
    </message>
    <message>
        <source>Hold only the products that this store sells</source>
        <translation>只保存本门店卖的商品</translation>
    </message>
    <message>
        <source>It sells what it made, counted, gave a place or took in. Other stores’ products are found at the hub when you search; those that nobody here worked with leave this computer.</source>
        <translation>本门店卖的是它建立、盘点、定过货架位置或收入过的商品。其他门店的商品在查找时由中心库给出；这里没人用过的会从这台电脑上移走。</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Joining the hub, and telling it what there is…</source>
        <translation>正在加入中心库，并告诉它这里有什么…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave the hub? All products, photos and stock stay here.</source>
        <translation>退出中心库吗？所有商品、照片和库存都留在这里。</translation>
    </message>
    <message>
        <source>Leave without the hub, which cannot be asked now? All stays here.</source>
        <translation>现在联系不上中心库，仍要退出吗？一切都留在这里。</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>退出…</translation>
    </message>
    <message>
        <source>Merges made since it joined can then no longer be taken back: {count}.</source>
        <translation>之后无法再撤销加入以来做的合并：{count} 个。</translation>
    </message>
    <message>
        <source>Name of this store</source>
        <translation>本门店的名称</translation>
    </message>
    <message>
        <source>Other tills and branches</source>
        <translation>其他收银机和分店</translation>
    </message>
    <message>
        <source>Other tills look with networks that this one lacks: {names}. What only these have seen is not found from here. Your IT adds the same file of weights by “snapshelf models add FILE”.</source>
        <translation>其他收银机使用本机没有的网络：{names}。只有这些网络看过的照片，在这里查找不到。请 IT 用“snapshelf models add FILE”添加同一个权重文件。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Set by your IT: no shop of this computer speaks to a hub.</source>
        <translation>由 IT 规定：这台电脑上的店铺都不连接中心库。</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>This folder is a copy of a till, or was restored: it goes on as a till of its own. If both are in use, let one leave, and join again under a name of its own.</source>
        <translation>这个文件夹是一台收银机的副本，或者是恢复回来的：它将作为一台独立的收银机继续。如果两个都在用，让其中一个退出，再用自己的账户名加入。</translation>
    </message>
    <message>
        <source>Tills share products, stock, tags and photos through a hub, a PostgreSQL database that your IT looks after. Without the network each works on, and catches up later. Not joined: nothing leaves this computer.</source>
        <translation>各收银机通过中心库共享商品、库存、标签和照片；中心库是由 IT 管理的 PostgreSQL 数据库。没有网络时各自照常工作，之后再补上。不加入：任何内容都不离开这台电脑。</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>使用这个密码</translation>
    </message>
    <message>
        <source>What gave way: {count}…</source>
        <translation>让出的改动：{count}…</translation>
    </message>
    <message>
        <source>What waits reaches no other till: {count}.</source>
        <translation>等待发送的改动不会到达别的收银机：{count}。</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
</context>
<context>
    <name>SettingsLook</name>
    <message>
        <source>Changes at once; numbers and dates too.</source>
        <translation>立即生效，数字和日期也随之改变。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light, dark, or as the system has it.</source>
        <translation>浅色、深色，或跟随系统。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every setting is back to its default.</source>
        <translation>所有设置都已恢复默认。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Reset the settings</source>
        <translation>重置设置</translation>
    </message>
    <message>
        <source>Set every setting back to its default? Shops are not touched.</source>
        <translation>把所有设置恢复默认？店铺不受影响。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The change counts once the shop is opened again.</source>
        <translation>重新打开店铺后，更改才会生效。</translation>
    </message>
</context>
<context>
    <name>SettingsPhones</name>
    <message>
        <source>A phone opens a page of this computer in its browser: nothing is installed on it, and no picture leaves this network. Only phones that were let in here are heard. Off: nothing listens.</source>
        <translation>手机在浏览器中打开这台电脑的网页：无需安装任何东西，图片也不会离开本网络。只有在这里接入的手机才能使用。关闭时不监听任何连接。</translation>
    </message>
    <message>
        <source>Phone as camera</source>
        <translation>手机作为摄像头</translation>
    </message>
    <message>
        <source>Phones of this network may be cameras</source>
        <translation>允许本网络中的手机作为摄像头</translation>
    </message>
</context>
<context>
    <name>SettingsPrivacy</name>
    <message>
        <source>Before such a photo is kept, the faces on it are made unrecognisable; the photo with the faces is not kept. Holds for everybody who works in this shop, and for photos that come from now on. Those that are kept already are in the catalog, under “What must not be shown”.</source>
        <translation>保存这类照片之前，先把其中的人脸处理成无法辨认；带有人脸的照片不保存。对在本店工作的所有人有效，对今后的照片有效。已经保存的照片请到目录的“不宜展示的内容”中处理。</translation>
    </message>
    <message>
        <source>Blur faces in photos taken in the shop</source>
        <translation>模糊店内所拍照片中的人脸</translation>
    </message>
    <message>
        <source>Can be made again</source>
        <translation>可重新生成</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Daily backups</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Demo shop, last searches</source>
        <translation>演示店铺、最近的查找</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Keep numbers of customers with their receipts</source>
        <translation>小票保留顾客编号</translation>
    </message>
    <message>
        <source>Keep the last searches for the next day</source>
        <translation>为第二天保留最近的查找</translation>
    </message>
    <message>
        <source>Keep the picture of what was not found</source>
        <translation>保留没找到的商品的图片</translation>
    </message>
    <message>
        <source>Keep the pictures of confirmed searches</source>
        <translation>保留已确认查找的图片</translation>
    </message>
    <message>
        <source>Learn from searches</source>
        <translation>从查找中学习</translation>
    </message>
    <message>
        <source>Log, without customer data</source>
        <translation>日志，不含客户数据</translation>
    </message>
    <message>
        <source>None are kept.</source>
        <translation>没有保留。</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>Of receipts that come in from now on: the number of a card, or the address under which the till knows a customer. For suggestions from their own receipts. Off: no number is kept, and all that were kept are deleted.</source>
        <translation>从现在起导入的小票：会员卡号，或收银机识别顾客所用的地址。用于按其自己的小票推荐商品。关闭：不保留编号，并删除已保留的编号。</translation>
    </message>
    <message>
        <source>Photos that nobody labelled</source>
        <translation>未标注的照片</translation>
    </message>
    <message>
        <source>Photos with faces that were blurred later</source>
        <translation>后来才模糊人脸的照片</translation>
    </message>
    <message>
        <source>Pictures that were kept</source>
        <translation>保留的图片</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>So that the figures show what was asked for. It stays in the shop&apos;s folder with what the network saw; faces are made unrecognisable as in other photos. “Forget all” below deletes it too. Only while the shop learns from searches.</source>
        <translation>这样统计中可以看到顾客要找的是什么。图片和网络看到的内容一起留在店铺文件夹中；其中的人脸与其他照片一样处理得无法辨认。下面的“全部删除”也会删除它。只在店铺从查找中学习时有效。</translation>
    </message>
    <message>
        <source>The last searches of each shop and their pictures stay on this computer, for you alone, so that you can go back to them when the window is opened again. Off: they are gone with the window, and what was kept is deleted.</source>
        <translation>每家店铺最近的查找及其图片会留在这台电脑上，只有您能看到，再次打开窗口时可以回到它们。关闭：关窗后即消失，已保留的内容会被删除。</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>They stay in the shop&apos;s folder, and the next lesson learns from them. Off: no picture is kept.</source>
        <translation>图片留在店铺文件夹里，供下一次学习使用。关闭时：不保留任何图片。</translation>
    </message>
    <message>
        <source>What is stored where; nothing ever leaves this computer</source>
        <translation>数据存放位置；任何内容都不会离开这台电脑</translation>
    </message>
    <message>
        <source>What the network saw of a search stays in the shop&apos;s folder, as numbers without the picture: so the shop gets to know what its products look like here. Off: nothing that was seen in a search is kept.</source>
        <translation>识别网络在查找中看到的内容以数字形式保留在店铺文件夹中，不含图片：店铺由此了解商品在这里的样子。关闭时：不保留查找中看到的任何内容。</translation>
    </message>
    <message>
        <source>{count} are kept as they were, so that it can be undone.</source>
        <translation>保留了 {count} 张原来的照片，以便撤销。</translation>
    </message>
    <message>
        <source>{count} known by a number; each can be exported and deleted.</source>
        <translation>{count} 位以编号识别；每位都可以导出和删除。</translation>
    </message>
    <message>
        <source>{pictures} of confirmed searches ({searches}); both can be forgotten.</source>
        <translation>已确认的查找 {searches} 次，图片 {pictures} 张；可一并删除。</translation>
    </message>
    <message>
        <source>{walked} from walks through the shop ({size}), {searched} from searches.</source>
        <translation>来自店内走拍 {walked} 张（{size}），来自查找 {searched} 次。</translation>
    </message>
</context>
<context>
    <name>SettingsRecognition</name>
    <message>
        <source>A short sound says what came of a picture or barcode: found, not sure, not in this shop.</source>
        <translation>用短音提示图片或条码的结果：找到、不确定、本店没有。</translation>
    </message>
    <message>
        <source>Learn while nobody works</source>
        <translation>没人使用时学习</translation>
    </message>
    <message>
        <source>No webcam found</source>
        <translation>没有找到摄像头</translation>
    </message>
    <message>
        <source>Products are held up to this webcam.</source>
        <translation>把商品举到这个摄像头前。</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Sounds in searches</source>
        <translation>查找时的声音</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>When there is enough that is new, a quick lesson begins by itself, on mains power only. It is put in use as any other lesson is, and one click on the learning page goes back.</source>
        <translation>新内容足够多时，会自动开始一次快速学习，仅在接通电源时进行。学习结果与其他学习一样启用，在学习页面点一下即可恢复。</translation>
    </message>
</context>
<context>
    <name>SettingsShop</name>
    <message>
        <source>Choose the folder to copy the shop into</source>
        <translation>选择将店铺复制到哪个文件夹</translation>
    </message>
    <message>
        <source>Choose the folder to move the shop into</source>
        <translation>选择将店铺移动到哪个文件夹</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>复制到…</translation>
    </message>
    <message>
        <source>Currency of the shop</source>
        <translation>店铺的货币</translation>
    </message>
    <message>
        <source>Folder of the shop</source>
        <translation>店铺文件夹</translation>
    </message>
    <message>
        <source>Low stock at</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>移动到…</translation>
    </message>
    <message>
        <source>Of every price that does not say its own.</source>
        <translation>用于没有注明货币的价格。</translation>
    </message>
    <message>
        <source>Products with so much or less are listed as low; each may have its own mark.</source>
        <translation>数量等于或低于此数的商品列为低库存；每种商品也可以有自己的低库存线。</translation>
    </message>
    <message>
        <source>Scale labels</source>
        <translation>电子秤标签</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>在文件管理器中显示</translation>
    </message>
    <message>
        <source>The copy is in {folder}.</source>
        <translation>副本在 {folder}。</translation>
    </message>
    <message>
        <source>What the digits mean: P product, W weight, Q pieces, M price, V and X check digits.</source>
        <translation>各位数字的含义：P 商品，W 重量，Q 件数，M 价格，V 和 X 校验位。</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>尚未选择</translation>
    </message>
</context>
<context>
    <name>SettingsTextImage</name>
    <message>
        <source>Add from a file…</source>
        <translation>从文件添加…</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose the file of a text–picture network</source>
        <translation>选择图文网络的文件</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>许可：{licence}。</translation>
    </message>
    <message>
        <source>Network for words and pictures</source>
        <translation>图文网络</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>更换…</translation>
    </message>
    <message>
        <source>With one, any words find what is on photos. It comes as a file, made by your IT.</source>
        <translation>有了它，任何词都能查找照片上的内容。它是一个文件，由您的 IT 人员制作。</translation>
    </message>
    <message>
        <source>ZIP files</source>
        <translation>ZIP 文件</translation>
    </message>
    <message>
        <source>{network} finds any words on photos.</source>
        <translation>{network} 可按任何词查找照片上的内容。</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>All that is ticked, as one step (Ctrl+Enter). Where no count is under way, one begins.</source>
        <translation>把勾选的一次全部计入（Ctrl+Enter）。没有进行中的盘点时，会开始一次。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Count in the stocktake</source>
        <translation>计入盘点</translation>
    </message>
    <message>
        <source>Looking at the picture…</source>
        <translation>正在看照片…</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未认出</translation>
    </message>
    <message>
        <source>Nothing stands out in this picture. Drag a frame around one product instead.</source>
        <translation>这张照片里没有突出的东西。请改为在一件商品周围拖一个框。</translation>
    </message>
    <message>
        <source>Pieces: {count}; not recognised: {unknown}.</source>
        <translation>共 {count} 件，其中 {unknown} 件未认出。</translation>
    </message>
    <message>
        <source>Search with the chosen part alone (Enter, or a double click)</source>
        <translation>只用选中的部分查找（回车或双击）</translation>
    </message>
    <message>
        <source>See its answer</source>
        <translation>查看它的结果</translation>
    </message>
    <message>
        <source>Several products</source>
        <translation>多种商品</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What is in this picture</source>
        <translation>照片里有什么</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的照片</translation>
    </message>
</context>
<context>
    <name>ShootingDialog</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Live picture of the webcam</source>
        <translation>摄像头实时画面</translation>
    </message>
    <message>
        <source>Next product</source>
        <translation>下一种商品</translation>
    </message>
    <message>
        <source>Photograph products</source>
        <translation>给商品拍照</translation>
    </message>
    <message>
        <source>Photos: {count} of {enough}. Turn it a little between two.</source>
        <translation>照片：{count} / {enough} 张。两张之间请稍微转动商品。</translation>
    </message>
    <message>
        <source>Product {number} of {count}</source>
        <translation>第 {number} 种商品，共 {count} 种</translation>
    </message>
    <message>
        <source>Shelf {place}</source>
        <translation>货架 {place}</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ShopActions</name>
    <message>
        <source>&amp;Shop</source>
        <translation>店铺(&amp;S)</translation>
    </message>
    <message>
        <source>Choose the folder of a shop</source>
        <translation>选择店铺文件夹</translation>
    </message>
    <message>
        <source>Choose where the shop&apos;s folder is to lie</source>
        <translation>选择店铺文件夹的存放位置</translation>
    </message>
    <message>
        <source>Demo shop</source>
        <translation>演示店铺</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>New shop…</source>
        <translation>新建店铺…</translation>
    </message>
    <message>
        <source>Open another shop…</source>
        <translation>打开其他店铺…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前打开过</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Take it from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>This is the demo shop, made for trying. Your own products begin in a shop of your own.</source>
        <translation>这是供试用的演示店铺。您自己的商品请放在您自己的店铺里。</translation>
    </message>
</context>
<context>
    <name>ShopButton</name>
    <message>
        <source>Shop: {name}</source>
        <translation>店铺：{name}</translation>
    </message>
</context>
<context>
    <name>ShopNameField</name>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
</context>
<context>
    <name>ShopSteps</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ShopWork</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled: all is as it was.</source>
        <translation>已取消：一切保持原样。</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A Snapshelf shop that is on this computer, on a drive or in the network already.</source>
        <translation>本机、移动硬盘或网络上已有的 Snapshelf 店铺。</translation>
    </message>
    <message>
        <source>A finished shop with pictures to search with. Nothing can go wrong in it.</source>
        <translation>一家现成的店铺，附带可用来查找的图片，随便试，不会弄坏什么。</translation>
    </message>
    <message>
        <source>Bring in my products</source>
        <translation>录入我的商品</translation>
    </message>
    <message>
        <source>From a table, from a folder of pictures, or one by one with the webcam.</source>
        <translation>从表格、从图片文件夹，或用摄像头逐个录入。</translation>
    </message>
    <message>
        <source>Hold a product in front of the webcam, or drop its picture: Snapshelf says which one of your shop it is. Everything stays on this computer.</source>
        <translation>把商品举到摄像头前，或拖入一张图片，Snapshelf 就会告诉您这是店里的哪种商品。一切都留在本机。</translation>
    </message>
    <message>
        <source>Open a shop</source>
        <translation>打开店铺</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前打开过</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示店铺</translation>
    </message>
    <message>
        <source>Welcome to Snapshelf</source>
        <translation>欢迎使用 Snapshelf</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a picture of a product here</source>
        <translation>将商品图片拖到这里</translation>
    </message>
    <message>
        <source>One picture, several, or a film. Snapshelf finds which product of your shop it is.</source>
        <translation>一张、多张图片，或一段视频。Snapshelf 会找出是本店的哪种商品。</translation>
    </message>
    <message>
        <source>Or try one of these photos from the counter</source>
        <translation>或试试这些在柜台拍的照片</translation>
    </message>
    <message>
        <source>Sample photo {number}</source>
        <translation>示例照片 {number}</translation>
    </message>
</context>
<context>
    <name>StockBook</name>
    <message>
        <source>Book</source>
        <translation>记账</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Low stock at</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Why the stock changes</source>
        <translation>库存变动原因</translation>
    </message>
    <message>
        <source>low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>never, unless you say so</source>
        <translation>不填则不提醒</translation>
    </message>
    <message>
        <source>{quantity}, as everywhere in the shop</source>
        <translation>{quantity}（全店统一）</translation>
    </message>
</context>
<context>
    <name>StockBooking</name>
    <message>
        <source>Copied: {price}</source>
        <translation>已复制：{price}</translation>
    </message>
    <message>
        <source>Received: {amount} of “{title}”. {stock}.</source>
        <translation>已进货“{title}”：{amount}。{stock}。</translation>
    </message>
    <message>
        <source>Sold: {amount} of “{title}”. {stock}.</source>
        <translation>已售出“{title}”：{amount}。{stock}。</translation>
    </message>
    <message>
        <source>Taken back: {amount} of “{title}”. {stock}.</source>
        <translation>已撤销：{amount}“{title}”。{stock}。</translation>
    </message>
</context>
<context>
    <name>StockHistoryDialog</name>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n 条变动</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Stock history</source>
        <translation>库存变动记录</translation>
    </message>
</context>
<context>
    <name>StockHistoryModel</name>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Stock after</source>
        <translation>变动后库存</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>taken back since</source>
        <translation>后已撤销</translation>
    </message>
</context>
<context>
    <name>StockLists</name>
    <message>
        <source>Counted products</source>
        <translation>已盘点的商品</translation>
    </message>
    <message>
        <source>Counted, the latest first</source>
        <translation>已盘点，最新的在前</translation>
    </message>
    <message>
        <source>Fits what you type: ↓ goes there</source>
        <translation>与输入相符：按 ↓ 选择</translation>
    </message>
    <message>
        <source>Which one is it? Its number or Enter counts it</source>
        <translation>是哪一种？按数字键或 Enter 计入</translation>
    </message>
</context>
<context>
    <name>StocktakeCountView</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Each picture counts as one piece.</source>
        <translation>每张图片算作一件。</translation>
    </message>
    <message>
        <source>No webcam: scan, type, or drop pictures here</source>
        <translation>没有摄像头：请扫码、输入，或将图片拖到这里</translation>
    </message>
    <message>
        <source>Product or quantity</source>
        <translation>商品或数量</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Put aside ({count})</source>
        <translation>待定（{count}）</translation>
    </message>
    <message>
        <source>Scan or type a product, or how many</source>
        <translation>扫码或输入商品，或输入件数</translation>
    </message>
    <message>
        <source>See the differences</source>
        <translation>查看差异</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>语音播报</translation>
    </message>
    <message>
        <source>The view is empty now</source>
        <translation>现在画面是空的</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{done} of {all} products · pieces: {pieces}</source>
        <translation>{all} 种商品已清点 {done} 种 · 共 {pieces} 件</translation>
    </message>
</context>
<context>
    <name>StocktakeDoubtsView</name>
    <message numerus="yes">
        <source>%n piece(s) put aside. A number or Enter counts it; type to search.</source>
        <translation>
            <numerusform>%n 件待定。按编号或回车键计入；输入文字可查找。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to counting</source>
        <translation>返回清点</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>不是本店的</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>按名称或编号查找</translation>
    </message>
    <message>
        <source>The piece that was put aside</source>
        <translation>放入待定的这一件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>可能是哪些商品</translation>
    </message>
    <message>
        <source>Which product is this?</source>
        <translation>这是哪种商品？</translation>
    </message>
</context>
<context>
    <name>StocktakeEnding</name>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
</context>
<context>
    <name>StocktakeEntering</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>StocktakePage</name>
    <message>
        <source>Choose one of the products offered</source>
        <translation>选择列出的商品之一</translation>
    </message>
    <message>
        <source>Count a product by its name or number</source>
        <translation>按名称或编号清点商品</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Go to what fits the words in the line</source>
        <translation>到与输入相符的商品中选择</translation>
    </message>
    <message>
        <source>Number, Enter</source>
        <translation>数字、回车</translation>
    </message>
    <message>
        <source>One piece more or fewer</source>
        <translation>加一件或减一件</translation>
    </message>
    <message>
        <source>Past counts</source>
        <translation>以往的盘点</translation>
    </message>
    <message>
        <source>See more of the products that fit</source>
        <translation>查看更多相符的商品</translation>
    </message>
    <message>
        <source>See the differences, then book them</source>
        <translation>查看差异，然后入账</translation>
    </message>
    <message>
        <source>Set a product that was not counted to zero</source>
        <translation>将未清点的商品设为零</translation>
    </message>
    <message>
        <source>So many of the product shown, instead of its last count</source>
        <translation>当前商品的件数，取代它上一次的清点</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Undo the last count</source>
        <translation>撤销上一次清点</translation>
    </message>
    <message>
        <source>What was put aside is not ours</source>
        <translation>待定的不是本店商品</translation>
    </message>
    <message>
        <source>Words, Enter</source>
        <translation>文字、回车</translation>
    </message>
</context>
<context>
    <name>StocktakePast</name>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
</context>
<context>
    <name>StocktakePastView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Past counts</source>
        <translation>以往的盘点</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>保存为表格…</translation>
    </message>
    <message>
        <source>What the count found</source>
        <translation>这次盘点的结果</translation>
    </message>
    <message>
        <source>What the count found, worth {value} at today&apos;s prices</source>
        <translation>这次盘点的结果，按今天的价格合计 {value}</translation>
    </message>
</context>
<context>
    <name>StocktakeReviewView</name>
    <message numerus="yes">
        <source>%n product(s) differ from the books</source>
        <translation>
            <numerusform>%n 种商品与账面不符</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was counted is as in the books</source>
        <translation>清点结果与账面一致</translation>
    </message>
    <message>
        <source>Back to counting</source>
        <translation>返回清点</translation>
    </message>
    <message numerus="yes">
        <source>Book %n difference(s)</source>
        <translation>
            <numerusform>将 %n 项差异入账</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>各列</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Differences ({count})</source>
        <translation>差异（{count}）</translation>
    </message>
    <message>
        <source>Differences to the books</source>
        <translation>与账面的差异</translation>
    </message>
    <message>
        <source>End the count</source>
        <translation>结束盘点</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Not counted ({count})</source>
        <translation>未清点（{count}）</translation>
    </message>
    <message>
        <source>Nothing was counted yet</source>
        <translation>还没有清点任何商品</translation>
    </message>
    <message>
        <source>Right ({count})</source>
        <translation>相符（{count}）</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>另存为表格…</translation>
    </message>
    <message>
        <source>Set all to zero</source>
        <translation>全部设为零</translation>
    </message>
    <message>
        <source>Space takes back a zero.</source>
        <translation>按空格键取消设零。</translation>
    </message>
    <message>
        <source>These are left as they are. Space sets a product to zero.</source>
        <translation>这些商品保持原样。按空格键可将商品设为零。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>Worth together: {value}</source>
        <translation>合计金额：{value}</translation>
    </message>
</context>
<context>
    <name>StocktakeStartView</name>
    <message>
        <source>All products</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Begin to count</source>
        <translation>开始盘点</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Count the stock</source>
        <translation>盘点库存</translation>
    </message>
    <message>
        <source>Hold product after product in front of the webcam, or scan them, or type their names. Every piece is saved at once. At the end you see the differences to the books, before anything is booked.</source>
        <translation>将商品逐一举到摄像头前，或扫码，或输入名称。每一件都会立即保存。最后先查看与账面的差异，再入账。</translation>
    </message>
    <message>
        <source>Past counts</source>
        <translation>以往的盘点</translation>
    </message>
    <message>
        <source>Shelf place begins with</source>
        <translation>货架位置开头为</translation>
    </message>
    <message>
        <source>The last count was booked: {when}</source>
        <translation>上次盘点已入账：{when}</translation>
    </message>
    <message>
        <source>The last count was thrown away: {when}</source>
        <translation>上次盘点已放弃：{when}</translation>
    </message>
    <message>
        <source>Undo the booking</source>
        <translation>撤销入账</translation>
    </message>
</context>
<context>
    <name>StocktakeWords</name>
    <message>
        <source>A number is for {title} now.</source>
        <translation>现在输入的件数算在“{title}”上。</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>Drop picture files, or pictures copied from another program.</source>
        <translation>请拖入图片文件，或从其他程序复制的图片。</translation>
    </message>
    <message>
        <source>Hold it still</source>
        <translation>请拿稳</translation>
    </message>
    <message>
        <source>Hold up, scan or type the next product</source>
        <translation>举起、扫码或输入下一件商品</translation>
    </message>
    <message>
        <source>It was not counted.</source>
        <translation>没有计入。</translation>
    </message>
    <message>
        <source>It was put aside.</source>
        <translation>已放入待定。</translation>
    </message>
    <message>
        <source>Leave the view empty for a moment</source>
        <translation>请先让画面空着片刻</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Not sure: put aside</source>
        <translation>不确定，已放入待定</translation>
    </message>
    <message>
        <source>Nothing in this shop fits “{text}”</source>
        <translation>本店没有与“{text}”相符的商品</translation>
    </message>
    <message>
        <source>Perhaps {title}. Decide later, or type it.</source>
        <translation>可能是{title}。稍后决定，或直接输入。</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Ready for the next piece</source>
        <translation>可以放下一件</translation>
    </message>
    <message>
        <source>Several fit “{text}”.</source>
        <translation>有多种商品与“{text}”相符。</translation>
    </message>
    <message>
        <source>Take it away, then the next one</source>
        <translation>请拿开，再放下一件</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The last count is undone.</source>
        <translation>上一次清点已撤销。</translation>
    </message>
    <message>
        <source>The system says: {reason}. Go on with a scanner or the keyboard.</source>
        <translation>系统提示：{reason}。请改用扫码枪或键盘继续。</translation>
    </message>
    <message>
        <source>The voice that the system names cannot be loaded.</source>
        <translation>系统提供的语音无法加载。</translation>
    </message>
    <message>
        <source>The webcam gives no picture</source>
        <translation>摄像头没有画面</translation>
    </message>
    <message>
        <source>Then a number and Enter for more than one, + or − for one.</source>
        <translation>之后输入数字并按回车表示多个，+ 或 − 表示一个。</translation>
    </message>
    <message>
        <source>There is no picture in it</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>This computer cannot speak</source>
        <translation>这台电脑不能朗读</translation>
    </message>
    <message>
        <source>This was not counted</source>
        <translation>这一次没有计入</translation>
    </message>
    <message>
        <source>Try its name, or a part of it.</source>
        <translation>请试试输入名称或其中一部分。</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>是哪一种？</translation>
    </message>
    <message>
        <source>{quantity} counted</source>
        <translation>已盘点 {quantity}</translation>
    </message>
    <message>
        <source>{quantity} instead of {before}</source>
        <translation>{quantity}，取代 {before}</translation>
    </message>
    <message>
        <source>{title} is not part of this count</source>
        <translation>{title}不在本次盘点范围内</translation>
    </message>
    <message>
        <source>{title}, {count}</source>
        <translation>{title}，{count}</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>As at first</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>A change here reaches every product that has the tag, at once.</source>
        <translation>这里的改动会立即作用于所有带有该标签的商品。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>清空输入框</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>查找标签</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>No product has a tag yet. The tagging page gives some to many products at once.</source>
        <translation>还没有商品带有标签。在“标签”页面可以一次给许多商品加上标签。</translation>
    </message>
    <message>
        <source>No tag holds these letters.</source>
        <translation>没有包含这些字的标签。</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them archived</source>
        <translation>
            <numerusform>，其中 %n 种已归档</numerusform>
        </translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TagOperations</name>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is called “{other}” now, on %n product(s).</source>
        <translation>
            <numerusform>“{tag}”现已改名为“{other}”，涉及 %n 种商品。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is part of “{other}” now, on %n product(s).</source>
        <translation>
            <numerusform>“{tag}”已并入“{other}”，涉及 %n 种商品。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” was taken from %n product(s).</source>
        <translation>
            <numerusform>已从 %n 种商品上移除“{tag}”。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagQuestion</name>
    <message numerus="yes">
        <source>%n of them is/are archived.</source>
        <translation>
            <numerusform>其中 %n 种已归档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Remove the tag</source>
        <translation>移除标签</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z) gives everything back.</source>
        <translation>撤销（Ctrl+Z）可全部恢复。</translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” becomes part of “{other}”: %n product(s) will have that tag instead.</source>
        <translation>
            <numerusform>“{tag}”将并入“{other}”：%n 种商品将改用后者。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is taken from %n product(s). The products themselves stay.</source>
        <translation>
            <numerusform>将从 %n 种商品上移除“{tag}”。商品本身保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaggingModel</name>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
</context>
<context>
    <name>TaggingPage</name>
    <message>
        <source>A letter</source>
        <translation>任意字母</translation>
    </message>
    <message>
        <source>Choose a proposed tag, or not</source>
        <translation>选中或取消建议的标签</translation>
    </message>
    <message>
        <source>Come back to the group later</source>
        <translation>稍后再处理这一组</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Give the group its tags</source>
        <translation>为这一组加上标签</translation>
    </message>
    <message>
        <source>Leave a product out, or take it in</source>
        <translation>排除或重新加入商品</translation>
    </message>
    <message>
        <source>Looking for products that are alike…</source>
        <translation>正在查找相似的商品…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Refuse the proposed tags</source>
        <translation>拒绝建议的标签</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Space leaves a product out</source>
        <translation>按空格键排除商品</translation>
    </message>
    <message>
        <source>Split the group</source>
        <translation>拆分这一组</translation>
    </message>
    <message numerus="yes">
        <source>Tag %n product(s)</source>
        <translation>
            <numerusform>为 %n 种商品加标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The products cannot be grouped</source>
        <translation>无法为商品分组</translation>
    </message>
    <message>
        <source>The shop is still being opened.</source>
        <translation>店铺正在打开。</translation>
    </message>
    <message>
        <source>Type another tag</source>
        <translation>输入其他标签</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message numerus="yes">
        <source>“{tags}” given to %n product(s)</source>
        <translation>
            <numerusform>已为 %n 种商品加上“{tags}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaggingPanel</name>
    <message>
        <source>Another tag</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>For instance “fruit”; commas between several</source>
        <translation>例如“水果”；多个标签用逗号分隔</translation>
    </message>
    <message>
        <source>Key {number}</source>
        <translation>按键 {number}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Not these tags</source>
        <translation>不是这些标签</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What are these? Type a tag</source>
        <translation>这些是什么？请输入标签</translation>
    </message>
    <message>
        <source>{tag}, right for {share} of them</source>
        <translation>{tag}，适用于其中的 {share}</translation>
    </message>
</context>
<context>
    <name>TaggingScopeBar</name>
    <message>
        <source>All categories</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>哪些商品</translation>
    </message>
    <message>
        <source>Without any tag</source>
        <translation>没有标签的</translation>
    </message>
    <message>
        <source>Without “{tag}”</source>
        <translation>没有“{tag}”标签的</translation>
    </message>
</context>
<context>
    <name>TaggingView</name>
    <message numerus="yes">
        <source>%n wait(s) for later</source>
        <translation>
            <numerusform>%n 种稍后处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n product(s) are tagged</source>
        <translation>
            <numerusform>全部 %n 种商品都有标签了</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another category.</source>
        <translation>请选择其他类别。</translation>
    </message>
    <message>
        <source>Ctrl+Z takes back the last step.</source>
        <translation>按 Ctrl+Z 撤销上一步。</translation>
    </message>
    <message>
        <source>Products of the group</source>
        <translation>这一组的商品</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>There are no products here</source>
        <translation>这里没有商品</translation>
    </message>
    <message numerus="yes">
        <source>These %n are left: probably the same tag</source>
        <translation>
            <numerusform>剩下这 %n 种：可能是同一标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n have no photo</source>
        <translation>
            <numerusform>这 %n 种没有照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n look alike</source>
        <translation>
            <numerusform>这 %n 种看起来相似</numerusform>
        </translation>
    </message>
    <message>
        <source>This one stands alone</source>
        <translation>这一种没有相似的</translation>
    </message>
    <message>
        <source>{done} of {all} tagged</source>
        <translation>已标记 {done} / {all}</translation>
    </message>
</context>
<context>
    <name>TeachingView</name>
    <message>
        <source>A lesson learns what your products look like at the counter. It is put in use only if it proves better on photos that it did not learn from, and one click goes back.</source>
        <translation>学习让程序认识您的商品在柜台上的样子。学习结果只有在没学过的照片上证明更好才会启用，点一下就能恢复。</translation>
    </message>
    <message>
        <source>Lessons of this shop</source>
        <translation>本店的学习结果</translation>
    </message>
    <message>
        <source>Pausing: what is learned so far is being kept…</source>
        <translation>正在暂停：已学到的内容会保留…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>The deep lesson is paused. Continue when you like, also tomorrow.</source>
        <translation>深度学习已暂停。随时可以继续，明天也行。</translation>
    </message>
    <message>
        <source>The lesson was cancelled: the shop is as it was.</source>
        <translation>学习已取消：店铺保持原样。</translation>
    </message>
</context>
<context>
    <name>ToldView</name>
    <message>
        <source>A score says how sure the program is. A lower one tells more, and is wrong more often.</source>
        <translation>分数表示程序有多大把握。分数定得低，提示得多，也更常出错。</translation>
    </message>
    <message>
        <source>From {score}</source>
        <translation>{score} 起</translation>
    </message>
    <message>
        <source>From {score} (usual)</source>
        <translation>{score} 起（默认）</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>不提示</translation>
    </message>
    <message>
        <source>Set by your IT</source>
        <translation>由 IT 部门设定</translation>
    </message>
</context>
<context>
    <name>TraceRun</name>
    <message>
        <source>Looking for our photos</source>
        <translation>正在查找我们的照片</translation>
    </message>
</context>
<context>
    <name>TracedView</name>
    <message>
        <source>Our photo</source>
        <translation>我们的照片</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>查到的图片</translation>
    </message>
    <message>
        <source>{picture} beside a photo of {product}, the same part outlined in both</source>
        <translation>{picture} 与“{product}”的照片并排显示，两边框出同一部分</translation>
    </message>
</context>
<context>
    <name>TracingDialog</name>
    <message>
        <source>Beginning…</source>
        <translation>即将开始…</translation>
    </message>
    <message>
        <source>Both pictures of each copy, since when the shop had the photo, signed; as HTML and PDF</source>
        <translation>每处副本的两张图片、本店何时有此照片，并附签名；HTML 和 PDF 格式</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Drop files or folders here, or choose them.</source>
        <translation>把文件或文件夹拖到这里，或点击选择。</translation>
    </message>
    <message>
        <source>Give it pictures, films, PDFs or pages that a browser saved: it says which are made of photos of this shop, and what was done to them. Nothing leaves this computer.</source>
        <translation>给它图片、视频、PDF 或浏览器保存的网页：它会指出哪些用了本店的照片，以及做了哪些改动。任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Open the product</source>
        <translation>打开商品</translation>
    </message>
    <message>
        <source>Our photos elsewhere</source>
        <translation>别处的本店照片</translation>
    </message>
    <message>
        <source>Pictures that were looked at</source>
        <translation>查看过的图片</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Where are our photos used?</source>
        <translation>我们的照片用在了哪里？</translation>
    </message>
    <message>
        <source>Write the list…</source>
        <translation>导出列表…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写报告…</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>UnseenPhotos</name>
    <message>
        <source>Photos not found by picture yet, as their import was cut off</source>
        <translation>导入被中断，这些照片尚不能按图找到</translation>
    </message>
</context>
<context>
    <name>WalkCard</name>
    <message numerus="yes">
        <source>%n could not be taken:</source>
        <translation>
            <numerusform>%n 个未能读取：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) are new.</source>
        <translation>
            <numerusform>新增 %n 张照片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n showed what others show.</source>
        <translation>
            <numerusform>%n 张与其他画面相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) were looked at.</source>
        <translation>
            <numerusform>已查看 %n 个画面。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder of photos and films of your shelves</source>
        <translation>选择存放货架照片和视频的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose photos and films of your shelves</source>
        <translation>选择货架的照片和视频</translation>
    </message>
    <message>
        <source>Choose photos or films…</source>
        <translation>选择照片或视频…</translation>
    </message>
    <message>
        <source>Film or photograph your shelves for two minutes; nobody needs to say what is what. The next lesson learns from it how your products look here. Drop films, photos or a folder, or choose them.</source>
        <translation>对着货架录像或拍照两分钟，无需说明哪件是什么。下一次学习会由此了解商品在本店的样子。可拖入视频、照片或文件夹，也可选择它们。</translation>
    </message>
    <message>
        <source>Film with the webcam</source>
        <translation>用摄像头拍摄</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Photos and films</source>
        <translation>照片和视频</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Until now: {walked} from walks, {searched} from searches.</source>
        <translation>目前：来自走拍 {walked} 张，来自查找 {searched} 次。</translation>
    </message>
    <message>
        <source>Walk through the shop</source>
        <translation>店内走拍</translation>
    </message>
    <message>
        <source>{stage}: {done} of {total}</source>
        <translation>{stage}：{done}/{total}</translation>
    </message>
</context>
<context>
    <name>WalkRunner</name>
    <message>
        <source>Taking photos of a walk</source>
        <translation>正在读取店内走拍的照片</translation>
    </message>
</context>
<context>
    <name>WebcamFilming</name>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>A word, or a few in a row</source>
        <translation>一个词，或连续的几个词</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Forbidden in Chinese advertising</source>
        <translation>中文广告禁用词</translation>
    </message>
    <message>
        <source>Forbidden in English advertising</source>
        <translation>英文广告禁用词</translation>
    </message>
    <message>
        <source>Goods never sold</source>
        <translation>绝不出售的商品</translation>
    </message>
    <message>
        <source>List of words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Looked for on photos, in titles, categories, brands and tags.</source>
        <translation>在照片、名称、类别、品牌和标签中查找。</translation>
    </message>
    <message>
        <source>Looked for on photos. What you remove stays away; what you add is the shop&apos;s own.</source>
        <translation>在照片上查找。移除的词不再出现；添加的词是本店自己的。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>It comes with the next changes</source>
        <translation>随下次改动到来</translation>
    </message>
    <message>
        <source>We sell this too</source>
        <translation>我们也卖这种商品</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Often bought</source>
        <translation>常买</translation>
    </message>
    <message>
        <source>{together} of {receipts} receipts</source>
        <translation>{together}/{receipts} 张小票</translation>
    </message>
</context>
<context>
    <name>asking_phone</name>
    <message>
        <source>A phone asks to be let in: {name}, at {address}. Let it in only if it shows the number {number}. Whoever holds it can then search this shop and book stock, until you put it out in the settings.</source>
        <translation>有手机申请接入：{name}，地址 {address}。只有它显示数字 {number} 时才接入。此后持有它的人可以在本店查找商品、登记库存，直到你在设置中移除它。</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>同意接入</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>catalog_dialogs</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Export the catalog</source>
        <translation>导出商品目录</translation>
    </message>
    <message>
        <source>For programs</source>
        <translation>供程序使用</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>另存为图片</translation>
    </message>
    <message>
        <source>Table for any spreadsheet</source>
        <translation>通用表格</translation>
    </message>
    <message>
        <source>The whole shop in one file</source>
        <translation>整个店铺（单个文件）</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>  asked for {times} times ({before} before), most like {product}</source>
        <translation>  被找过 {times} 次（上期 {before} 次），最像 {product}</translation>
    </message>
    <message>
        <source>  order {pieces} of {product} ({weekly} a week)</source>
        <translation>  {product} 订 {pieces}（每周 {weekly}）</translation>
    </message>
    <message>
        <source>  {times} times {said} was shown where {meant} was meant</source>
        <translation>  {times} 次要找 {meant}，却显示了 {said}</translation>
    </message>
    <message>
        <source>--dry-run, --map, --currency, --decimal, --encoding and --sheet are for tables; {folder} is a folder.</source>
        <translation>--dry-run、--map、--currency、--decimal、--encoding 和 --sheet 仅用于表格；{folder} 是文件夹。</translation>
    </message>
    <message>
        <source>--minutes and --anew belong to a deep lesson: learn --deep</source>
        <translation>--minutes 和 --anew 仅用于深度学习：learn --deep</translation>
    </message>
    <message>
        <source>--minutes takes a number above 0.</source>
        <translation>--minutes 需要大于 0 的数。</translation>
    </message>
    <message>
        <source>A delivery “{name}” with goods of this note was booked on {day} already.</source>
        <translation>“{name}”这次到货中的商品已于 {day} 入账。</translation>
    </message>
    <message>
        <source>A lesson of {photos} photos of {products} products is offered to the stores.</source>
        <translation>由 {products} 种商品的 {photos} 张照片学成的学习结果已提供给各门店。</translation>
    </message>
    <message>
        <source>A lesson of {photos} photos of {products} products was rejected.</source>
        <translation>由 {products} 种商品的 {photos} 张照片学成的学习结果未被采用。</translation>
    </message>
    <message>
        <source>A picture of the window is in {file}.</source>
        <translation>窗口截图已保存到 {file}。</translation>
    </message>
    <message>
        <source>Backup written to {file}: {photos} photos, {size} MB.</source>
        <translation>备份已写入 {file}：{photos} 张照片，{size} MB。</translation>
    </message>
    <message>
        <source>Barcode in the picture: {code}</source>
        <translation>图片中的条码：{code}</translation>
    </message>
    <message>
        <source>Booked for {count} products. “undo” takes it back as a whole.</source>
        <translation>已为 {count} 种商品入账。“undo”可整体撤销。</translation>
    </message>
    <message>
        <source>Changes that wait here: {count}.</source>
        <translation>在这里等待的改动：{count}。</translation>
    </message>
    <message>
        <source>Changes: {count}, the last one: {last}. Stores: {stores}.</source>
        <translation>改动：{count}，最近一次：{last}。门店：{stores}。</translation>
    </message>
    <message>
        <source>Copies of one photo, the best first: {files}</source>
        <translation>同一张照片的副本，最好的在前：{files}</translation>
    </message>
    <message>
        <source>Deleted for good. Products: {products}, photos: {photos}, stock movements: {movements}.</source>
        <translation>已永久删除：{products} 种商品、{photos} 张照片、{movements} 条库存变动。</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Find the products of your own shop by picture. Without a command the window opens.</source>
        <translation>用图片查找自家店铺的商品。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>For this customer:</source>
        <translation>为这位顾客推荐：</translation>
    </message>
    <message>
        <source>Found: {problem}</source>
        <translation>发现问题：{problem}</translation>
    </message>
    <message>
        <source>Further products that are not in this shop: {count}.</source>
        <translation>本店没有的其他商品：{count}。</translation>
    </message>
    <message>
        <source>Goes with it:</source>
        <translation>搭配购买：</translation>
    </message>
    <message>
        <source>Going on with the lesson that was begun on {date}.</source>
        <translation>继续 {date} 开始的学习。</translation>
    </message>
    <message>
        <source>If they are one product: “duplicates --merge” makes them one, on all tills.</source>
        <translation>如果它们是同一种商品：“duplicates --merge” 会在所有收银台把它们合为一种。</translation>
    </message>
    <message>
        <source>In step with the hub. Changes received: {received}, sent: {sent}. Photos received: {photos_received}, sent: {photos_sent}, to come: {files_waiting}.</source>
        <translation>已与中心库一致。收到改动：{received}，发出：{sent}。收到照片：{photos_received}，发出：{photos_sent}，待传：{files_waiting}。</translation>
    </message>
    <message>
        <source>In stock and not sold once: {count} products.</source>
        <translation>有库存却一件没卖的商品：{count} 种。</translation>
    </message>
    <message>
        <source>Instead of it:</source>
        <translation>可以替代：</translation>
    </message>
    <message>
        <source>It is not sure what {photo} shows. Say the number; it looks most like: {skus}.</source>
        <translation>不能确定 {photo} 上是什么。请给出编号；最像的是：{skus}。</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>已经是这样了。</translation>
    </message>
    <message>
        <source>It was decided so already.</source>
        <translation>早已这样决定。</translation>
    </message>
    <message>
        <source>Its certificate, SHA-256: {certificate}</source>
        <translation>其证书的 SHA-256：{certificate}</translation>
    </message>
    <message>
        <source>Its count is under way again.</source>
        <translation>该次盘点重新开始进行。</translation>
    </message>
    <message>
        <source>Kept with the log: the lines up to {line} were there then.</source>
        <translation>已与日志一起保存：到第 {line} 行为止的内容当时已经存在。</translation>
    </message>
    <message>
        <source>Key: {fingerprint}</source>
        <translation>密钥：{fingerprint}</translation>
    </message>
    <message>
        <source>Lesson {version} was kept and is in use ({seconds:.0f} s).</source>
        <translation>学习结果 {version} 已保留并启用（{seconds:.0f} 秒）。</translation>
    </message>
    <message>
        <source>Lesson {version} was rejected; the shop is as it was ({seconds:.0f} s).</source>
        <translation>学习结果 {version} 未被采用，店铺保持原样（{seconds:.0f} 秒）。</translation>
    </message>
    <message>
        <source>Lines of which the till does not say what they came to: {count}.</source>
        <translation>收银系统没有写明金额的行：{count}。</translation>
    </message>
    <message>
        <source>Lines without a signature: {count}.</source>
        <translation>没有签名的行：{count}。</translation>
    </message>
    <message>
        <source>Lines written for photos that were in the shop already: {count}.</source>
        <translation>为店铺里已有的照片补记的行：{count}。</translation>
    </message>
    <message>
        <source>Made twice under {sku}: {title}; also {others}.</source>
        <translation>{sku} 被建了两次：{title}；还有 {others}。</translation>
    </message>
    <message>
        <source>Made {made}; copies: {count}.</source>
        <translation>制作于 {made}；用了本店照片的图片：{count} 张。</translation>
    </message>
    <message>
        <source>Merged into “{title}” [{sku}]: {others}. “snapshelf undo” takes it back.</source>
        <translation>已合并到“{title}”[{sku}]：{others}。可用“snapshelf undo”撤销。</translation>
    </message>
    <message>
        <source>Merges made at the hub that can no longer be taken back: {count}.</source>
        <translation>无法再撤销的合并（加入中心库期间所做）：{count} 个。</translation>
    </message>
    <message>
        <source>Most like it in other stores:</source>
        <translation>其他门店中最像的：</translation>
    </message>
    <message>
        <source>Name one table or folder, or say --unlabelled for photos of the shop.</source>
        <translation>请只指定一个表格或文件夹；若是未标注的店内照片，请加上 --unlabelled。</translation>
    </message>
    <message>
        <source>Name products by their SKU, or say --offers, --back or --new.</source>
        <translation>请用 SKU 指明商品，或者使用 --offers、--back 或 --new。</translation>
    </message>
    <message>
        <source>Name the photos that are meant: the stored files, or their originals.</source>
        <translation>请写明是哪些照片：店铺里的文件，或导入时的原文件。</translation>
    </message>
    <message>
        <source>Name two products at least.</source>
        <translation>请至少指定两种商品。</translation>
    </message>
    <message>
        <source>No copy was found, so no report was written.</source>
        <translation>没有发现用了本店照片的图片，因此没有写报告。</translation>
    </message>
    <message>
        <source>No currency was chosen yet.</source>
        <translation>尚未选择货币。</translation>
    </message>
    <message>
        <source>No photo of this shop is a copy of another.</source>
        <translation>本店没有互为副本的照片。</translation>
    </message>
    <message>
        <source>No product has the number {sku}.</source>
        <translation>没有编号为 {sku} 的商品。</translation>
    </message>
    <message>
        <source>No receipt fits on which so much of {product} can still come back.</source>
        <translation>没有合适的小票还能退这么多“{product}”。</translation>
    </message>
    <message>
        <source>No scale labels are read in this shop.</source>
        <translation>本店不读取电子秤标签。</translation>
    </message>
    <message>
        <source>Not checked: whether that certificate is to be trusted or was revoked. Compare it with what the authority publishes.</source>
        <translation>没有检查该证书是否可信、是否已被吊销。请与该机构公布的证书核对。</translation>
    </message>
    <message>
        <source>Not in this shop, as far as can be seen.</source>
        <translation>看起来本店没有这种商品。</translation>
    </message>
    <message>
        <source>Not in this shop: {code} “{title}”, lines: {count}.</source>
        <translation>本店没有：{code}“{title}”，行数：{count}。</translation>
    </message>
    <message>
        <source>Nothing fits all of “{words}”. These fit “{fits}” and look most like it.</source>
        <translation>没有商品完全符合“{words}”。这些符合“{fits}”，而且最相似。</translation>
    </message>
    <message>
        <source>Nothing fits “{typed}”. Did you mean “{meant}”?</source>
        <translation>没有与“{typed}”相符的商品。您是不是要找“{meant}”？</translation>
    </message>
    <message>
        <source>Nothing in this shop fits that text.</source>
        <translation>本店没有与该文字相符的商品。</translation>
    </message>
    <message>
        <source>Nothing like it in this shop fits “{words}”.</source>
        <translation>本店没有与图片相似、又符合“{words}”的商品。</translation>
    </message>
    <message>
        <source>Nothing of this shop at {times}</source>
        <translation>{times}：没有看到本店的商品</translation>
    </message>
    <message>
        <source>Nothing was booked: --book books what was unpacked.</source>
        <translation>没有入账：用 --book 把拆箱的货物入账。</translation>
    </message>
    <message>
        <source>Nothing was deleted. There is no undo: add --yes to delete it.</source>
        <translation>尚未删除任何内容。删除后无法撤销：加上 --yes 才会删除。</translation>
    </message>
    <message>
        <source>Nothing was done in this shop that could be undone.</source>
        <translation>本店没有可以撤销的步骤。</translation>
    </message>
    <message>
        <source>Numbers of customers are kept with receipts. Customers: {count}.</source>
        <translation>小票会保留顾客编号。顾客数：{count}。</translation>
    </message>
    <message>
        <source>Numbers of customers are not kept. Customers: {count}.</source>
        <translation>不保留顾客编号。顾客数：{count}。</translation>
    </message>
    <message>
        <source>On this computer the shop is set to {shop}. Start without --shop.</source>
        <translation>本机的店铺已固定为 {shop}。请不带 --shop 启动。</translation>
    </message>
    <message>
        <source>Only resnet50 can be downloaded. For any other network add its file.</source>
        <translation>只能下载 resnet50。其他网络请添加其文件。</translation>
    </message>
    <message>
        <source>Other tills look with networks that this one lacks: {names}. What only these have seen is not found from here. Add the same file of weights (“models add FILE”), then “models use NAME”.</source>
        <translation>其他收银机使用本机没有的网络：{names}。只有这些网络看过的照片，在这里查找不到。请添加同一个权重文件（“models add FILE”），再运行“models use NAME”。</translation>
    </message>
    <message>
        <source>Pages written to {file}: {pages}.</source>
        <translation>已写入 {file} 的页数：{pages}。</translation>
    </message>
    <message>
        <source>Password at the hub: </source>
        <translation>中心库的密码：</translation>
    </message>
    <message>
        <source>Photos in the log: {count}.</source>
        <translation>日志里的照片：{count} 张。</translation>
    </message>
    <message>
        <source>Photos seen: {photos}; sent by tills meanwhile: {known}; could not be opened: {unreadable}.</source>
        <translation>已看照片：{photos}；期间由收银机发来：{known}；打不开：{unreadable}。</translation>
    </message>
    <message>
        <source>Photos that stand for their copies now: {count}. “snapshelf undo” takes it back.</source>
        <translation>现在代替其副本的照片：{count} 张。“snapshelf undo” 可以撤销。</translation>
    </message>
    <message>
        <source>Photos that the log does not know: {count}. Call “evidence log”.</source>
        <translation>日志还不认识的照片：{count} 张。请运行“evidence log”。</translation>
    </message>
    <message>
        <source>Photos whose faces are blurred now: {count}. Those with faces stay in the shop&apos;s folder, so that “snapshelf undo” can take this back; “blur-faces --delete-originals” deletes them for good.</source>
        <translation>现在已模糊人脸的照片：{count} 张。带有人脸的照片仍留在店铺文件夹里，因此可以用“snapshelf undo”撤销；“blur-faces --delete-originals”会永久删除它们。</translation>
    </message>
    <message>
        <source>Photos with faces deleted for good: {count}. Backups that were made before hold what they held: delete those, too, where the faces must be gone.</source>
        <translation>已永久删除的带有人脸的照片：{count} 张。以前的备份仍保留当时的内容：如果人脸必须消失，请一并删除那些备份。</translation>
    </message>
    <message>
        <source>Photos with faces: {count}.</source>
        <translation>有人脸的照片：{count} 张。</translation>
    </message>
    <message>
        <source>Picture {number}: {name}</source>
        <translation>图片 {number}：{name}</translation>
    </message>
    <message>
        <source>Pictures written to {folder}: {written}; left out: {left}.</source>
        <translation>写入 {folder} 的图片：{written} 张；未写入：{left} 张。</translation>
    </message>
    <message>
        <source>Probably one of these.</source>
        <translation>可能是以下商品之一。</translation>
    </message>
    <message>
        <source>Probably {title}.</source>
        <translation>很可能是“{title}”。</translation>
    </message>
    <message>
        <source>Products that may be one: {products}. Photos that are copies: {photos}.</source>
        <translation>可能是同一种的商品：{products} 组。互为副本的照片：{photos} 组。</translation>
    </message>
    <message>
        <source>Products with findings that wait for a decision: {count}. “snapshelf moderate” lists them.</source>
        <translation>有疑点待决定的商品：{count} 种。“snapshelf moderate”可列出。</translation>
    </message>
    <message>
        <source>Products written to {file}: {count}.</source>
        <translation>已将 {count} 种商品写入 {file}。</translation>
    </message>
    <message>
        <source>Products: {products}, of them {created} new, {updated} changed, {unchanged} unchanged. Photos: {photos}, of them {added} new. {seconds} seconds.</source>
        <translation>共 {products} 种商品：新增 {created} 种，更新 {updated} 种，未变 {unchanged} 种；照片 {photos} 张，其中新增 {added} 张。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Receipts found: {count}. Nothing was booked.</source>
        <translation>找到小票：{count}。没有入账。</translation>
    </message>
    <message>
        <source>Receipts: {now} ({before} before), {money}</source>
        <translation>小票：{now} 张（上期 {before} 张），{money}</translation>
    </message>
    <message>
        <source>Receipts: {receipts}, of them {new} new, with {lines} lines. Products whose stock moved: {moved}. {seconds} seconds.</source>
        <translation>小票：{receipts} 张，其中新的 {new} 张，共 {lines} 行。库存有变动的商品：{moved}。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Remembered with the picture. “snapshelf undo” takes it back.</source>
        <translation>已随图片记下。“snapshelf undo”可撤销。</translation>
    </message>
    <message>
        <source>Remembered: these are not the same, and not shown again.</source>
        <translation>已记住：这些不是同一种商品，不再显示。</translation>
    </message>
    <message>
        <source>Report written: {file}</source>
        <translation>报告已写入：{file}</translation>
    </message>
    <message>
        <source>Row {row}: {reason}</source>
        <translation>第 {row} 行：{reason}</translation>
    </message>
    <message>
        <source>Say which shop is meant: snapshelf --shop DIR …</source>
        <translation>请指明店铺：snapshelf --shop DIR …</translation>
    </message>
    <message>
        <source>Searches: {now} ({before} before), {nothing} of them ended in nothing.</source>
        <translation>查找：{now} 次（上期 {before} 次），其中 {nothing} 次没有结果。</translation>
    </message>
    <message>
        <source>Signed up to line {line}, {signed}: {digest}</source>
        <translation>已签名至第 {line} 行，{signed}：{digest}</translation>
    </message>
    <message>
        <source>Stamped {stamped} by {authority}, number {serial}.</source>
        <translation>由 {authority} 于 {stamped} 盖戳，序号 {serial}。</translation>
    </message>
    <message>
        <source>Step {version} of {newest}; PostgreSQL {server}, pgvector {pgvector}; {size} MB.</source>
        <translation>第 {version} 步，共 {newest} 步；PostgreSQL {server}，pgvector {pgvector}；{size} MB。</translation>
    </message>
    <message>
        <source>Stock movements written to {file}: {count}.</source>
        <translation>已将 {count} 条库存变动写入 {file}。</translation>
    </message>
    <message>
        <source>Stopped. What was finished before is kept.</source>
        <translation>已停止。此前完成的内容已保留。</translation>
    </message>
    <message>
        <source>The hub is up to date: step {version}; done now: {count}.</source>
        <translation>中心库已是最新：第 {version} 步；这次完成：{count}。</translation>
    </message>
    <message>
        <source>The last day is before the first: turn them round.</source>
        <translation>最后一天早于第一天：请对调。</translation>
    </message>
    <message>
        <source>The lesson is paused. The same command goes on with it.</source>
        <translation>学习已暂停。再次运行同一命令即可继续。</translation>
    </message>
    <message>
        <source>The log is as it was written and signed.</source>
        <translation>日志与当初写入和签名时一样。</translation>
    </message>
    <message>
        <source>The name {file} has to end in .pdf or .png.</source>
        <translation>文件名 {file} 须以 .pdf 或 .png 结尾。</translation>
    </message>
    <message>
        <source>The picture of the window could not be written to {file}.</source>
        <translation>无法将窗口截图写入 {file}。</translation>
    </message>
    <message>
        <source>The policy of this computer decides whether customers are kept.</source>
        <translation>是否保留顾客由本机策略决定。</translation>
    </message>
    <message>
        <source>The report is as it was signed. Compare the key with what the shop tells.</source>
        <translation>报告与签名时一样。请将密钥与店铺告知的核对。</translation>
    </message>
    <message>
        <source>The report is {file}.</source>
        <translation>报告：{file}。</translation>
    </message>
    <message>
        <source>The request for a time stamp over the lines up to {line} is in {file}: have it stamped where there is a network, and give the answer to “evidence stamp”.</source>
        <translation>到第 {line} 行为止的时间戳请求已写入 {file}：请在有网络的地方申请盖戳，再把答复交给“evidence stamp”。</translation>
    </message>
    <message>
        <source>The return is booked. “undo” takes it back.</source>
        <translation>退货已入账。“undo”可撤销。</translation>
    </message>
    <message>
        <source>The right product came first: {before:.1%} before, {after:.1%} after.</source>
        <translation>正确商品排在首位的比例：之前 {before:.1%}，之后 {after:.1%}。</translation>
    </message>
    <message>
        <source>The shop has no mark of its own: low-stock 5 sets one, for instance.</source>
        <translation>本店尚未设低库存线：例如用 low-stock 5 设定。</translation>
    </message>
    <message>
        <source>The shop in {folder} is restored.</source>
        <translation>{folder} 中的店铺已恢复。</translation>
    </message>
    <message>
        <source>The till {till} counts as one that left. What it sent stays.</source>
        <translation>收银机 {till} 现在算作已退出。它发送过的内容保留。</translation>
    </message>
    <message>
        <source>There are no receipts yet: “sales TABLE” brings a till&apos;s.</source>
        <translation>还没有小票：用“sales 表格”导入收银系统的小票。</translation>
    </message>
    <message>
        <source>There is enough of every product that was counted.</source>
        <translation>所有已盘点的商品库存都充足。</translation>
    </message>
    <message>
        <source>There is no display here: run the same command in a desktop session, or with ssh -X, to get the window itself.</source>
        <translation>此处没有显示器：请在桌面环境中或通过 ssh -X 运行同一命令，即可打开窗口。</translation>
    </message>
    <message>
        <source>There is no face on any of these photos.</source>
        <translation>这些照片上都没有人脸。</translation>
    </message>
    <message>
        <source>There is no shop in {folder}. To make a new one there, say so: join --new</source>
        <translation>{folder} 里没有店铺。要在那里新建一个，请写明：join --new</translation>
    </message>
    <message>
        <source>There is nothing to suggest.</source>
        <translation>没有可推荐的商品。</translation>
    </message>
    <message>
        <source>These are the last {count} receipts; --customer, --day or --receipt finds older ones.</source>
        <translation>这是最近的 {count} 张小票；更早的可用 --customer、--day 或 --receipt 查找。</translation>
    </message>
    <message>
        <source>These look most like it.</source>
        <translation>这些最相似，但不确定。</translation>
    </message>
    <message>
        <source>This folder is a copy of a till, or was restored: it goes on as a till of its own. If both are in use, let one leave, and join again under a name of its own.</source>
        <translation>这个文件夹是一台收银机的副本，或者是恢复回来的：它将作为一台独立的收银机继续。如果两个都在用，让其中一个退出，再用自己的账户名加入。</translation>
    </message>
    <message>
        <source>This is the password of {name}. It is kept nowhere: write it down or use it now.</source>
        <translation>这是 {name} 的密码。哪里都不保存：请记下，或现在就用。</translation>
    </message>
    <message>
        <source>This is {title}.</source>
        <translation>这是“{title}”。</translation>
    </message>
    <message>
        <source>This shop is on its own again. Changes that stay here alone: {count}.</source>
        <translation>本店又独立了。只留在这里的改动：{count}。</translation>
    </message>
    <message>
        <source>This would go. Products: {products}, photos: {photos}, stock movements: {movements}.</source>
        <translation>将会删除：{products} 种商品、{photos} 张照片、{movements} 条库存变动。</translation>
    </message>
    <message>
        <source>Tills that left: {count}.</source>
        <translation>已退出的收银机：{count}。</translation>
    </message>
    <message>
        <source>Time stamp over the lines up to {line}: {stamped}, {authority}</source>
        <translation>到第 {line} 行为止的时间戳：{stamped}，{authority}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>What another network saw on {count} searches is forgotten: no picture of them is kept to show this one.</source>
        <translation>另一个识别网络在 {count} 次查找中看到的内容已被删除：没有保留图片可供当前网络查看。</translation>
    </message>
    <message>
        <source>What was there before, lessons too, is kept until the next restore: restoring {file} brings it back.</source>
        <translation>之前的内容（包括学习成果）会保留到下一次恢复：恢复 {file} 就能找回来。</translation>
    </message>
    <message>
        <source>Word: {word}</source>
        <translation>词：{word}</translation>
    </message>
    <message>
        <source>a .csv, .tsv or .xlsx file</source>
        <translation>.csv、.tsv 或 .xlsx 文件</translation>
    </message>
    <message>
        <source>a backup that this program wrote</source>
        <translation>由本程序创建的备份</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>a page for each product, instead of side by side</source>
        <translation>每种商品单独一页，而不是并排</translation>
    </message>
    <message>
        <source>add a backbone from a file of weights (.safetensors or .pth)</source>
        <translation>用权重文件（.safetensors 或 .pth）添加主干网络</translation>
    </message>
    <message>
        <source>add photos to products, or photos of the shop that nobody labelled</source>
        <translation>为店内已有商品添加照片，或添加未标注的店内照片</translation>
    </message>
    <message>
        <source>also write a report as HTML, PDF and tables (CSV) into this folder</source>
        <translation>同时在此文件夹写一份报告（HTML、PDF 和 CSV 表格）</translation>
    </message>
    <message>
        <source>also write a report that any browser opens, into this folder</source>
        <translation>同时将报告写入此文件夹，任何浏览器均可打开</translation>
    </message>
    <message>
        <source>also write a signed report of the copies, as HTML and PDF, into this folder</source>
        <translation>另外把用了本店照片的图片写成签名的报告（HTML 和 PDF），放入这个文件夹</translation>
    </message>
    <message>
        <source>an eight-bit variant of the network in use, if it is faster and loses nothing</source>
        <translation>当前网络的八位版本，仅在更快且无损失时添加</translation>
    </message>
    <message>
        <source>as noted</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>book it, not only look it up</source>
        <translation>登记入账，而不只是查询</translation>
    </message>
    <message>
        <source>book what was unpacked</source>
        <translation>把拆箱的货物入账</translation>
    </message>
    <message>
        <source>booking of a count</source>
        <translation>盘点入账</translation>
    </message>
    <message>
        <source>bring a shop back from a backup</source>
        <translation>从备份恢复店铺</translation>
    </message>
    <message>
        <source>bring receipts of a till into the shop</source>
        <translation>把收银机的小票导入店铺</translation>
    </message>
    <message>
        <source>bring the shop and its hub in step, once or as long as it runs</source>
        <translation>让店铺与中心库保持一致：一次，或一直进行</translation>
    </message>
    <message>
        <source>change of products</source>
        <translation>修改商品</translation>
    </message>
    <message>
        <source>check the shop&apos;s files, and repair them</source>
        <translation>检查店铺文件并修复</translation>
    </message>
    <message>
        <source>codes that lead away</source>
        <translation>引向别处的码</translation>
    </message>
    <message>
        <source>columns photo and sku; an empty sku: the shop does not have it</source>
        <translation>包含 photo 和 sku 两列；sku 为空表示本店没有该商品</translation>
    </message>
    <message>
        <source>compare a delivery note with what was unpacked, and book the delivery</source>
        <translation>把送货单与拆箱的货物对照，并登记到货</translation>
    </message>
    <message>
        <source>compare ways to recognise: classic, small network, each backbone, with lessons</source>
        <translation>对比各种识别方案：传统特征、小型网络、各主干网络及学习结果</translation>
    </message>
    <message>
        <source>could not be looked at</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>counter photos of the shop; without any, all that nobody looked at for faces yet</source>
        <translation>店铺的柜台照片；不写则处理所有尚未检查过人脸的照片</translation>
    </message>
    <message>
        <source>cut products out of their photos, as selling platforms want them</source>
        <translation>把商品从照片中抠出来，符合销售平台的要求</translation>
    </message>
    <message>
        <source>decide that these photos of the shop may be shown or not, or take that back</source>
        <translation>决定店铺的这些照片可以展示或不展示，或收回决定</translation>
    </message>
    <message>
        <source>decision about photos</source>
        <translation>对照片的决定</translation>
    </message>
    <message>
        <source>delete a lesson or an added backbone that is not in use</source>
        <translation>删除未在使用的学习结果或所添加的主干网络</translation>
    </message>
    <message>
        <source>delete archived products for good, with their photos</source>
        <translation>永久删除已归档的商品及其照片</translation>
    </message>
    <message>
        <source>delete for good the photos with faces that are kept so that this can be undone</source>
        <translation>永久删除为了能够撤销而保留的带有人脸的照片</translation>
    </message>
    <message>
        <source>delete one customer, to the last byte; the receipts stay, as anybody&apos;s</source>
        <translation>彻底删除一位顾客，不留一个字节；小票保留，但不再属于任何人</translation>
    </message>
    <message>
        <source>delete them; without it, only what would go is shown</source>
        <translation>执行删除；不加此项时只显示将会删除的内容</translation>
    </message>
    <message>
        <source>discard an unfinished deep lesson and start another one</source>
        <translation>放弃未完成的深度学习，重新开始一次</translation>
    </message>
    <message>
        <source>epoch {epoch:.0f}: loss {loss:.3f}, {share} of the held-out photos right</source>
        <translation>第 {epoch:.0f} 轮：损失 {loss:.3f}，检验照片正确率 {share}</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>find every product in a picture of several or a film, with its place</source>
        <translation>找出一张照片或一段视频里的每一件商品及其位置</translation>
    </message>
    <message>
        <source>find out which pictures, films, PDFs and saved pages are made of the shop&apos;s photos</source>
        <translation>查出哪些图片、视频、PDF 和保存的网页用了本店的照片</translation>
    </message>
    <message>
        <source>find products by their text</source>
        <translation>按文字查找商品</translation>
    </message>
    <message>
        <source>find the product on each picture</source>
        <translation>找出每张图片上的商品</translation>
    </message>
    <message>
        <source>find what a customer brings back and its receipt, and book the return</source>
        <translation>查找顾客退回的商品及其小票，并登记退货</translation>
    </message>
    <message>
        <source>folders, photos and films of the shop; nobody says what they show</source>
        <translation>店内的文件夹、照片和视频；无需说明其中是什么</translation>
    </message>
    <message>
        <source>goods that may not be sold</source>
        <translation>禁售商品</translation>
    </message>
    <message>
        <source>how long a deep lesson may take in all, about (60); also for one that is gone on with</source>
        <translation>深度学习总共大约可用多少分钟（60）；继续未完成的学习时也可另行指定</translation>
    </message>
    <message>
        <source>how many look at once on the cluster; by default one a GPU or a core</source>
        <translation>集群上同时有多少个在看；默认每块显卡一个，没有显卡时每个核心一个</translation>
    </message>
    <message>
        <source>how many of each</source>
        <translation>每种推荐多少个</translation>
    </message>
    <message>
        <source>how many products</source>
        <translation>商品数量</translation>
    </message>
    <message>
        <source>how many queries are asked</source>
        <translation>查询的数量</translation>
    </message>
    <message>
        <source>how many steps</source>
        <translation>列出多少步</translation>
    </message>
    <message>
        <source>how much comes back</source>
        <translation>退回多少</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>import a table or a folder of pictures into the shop</source>
        <translation>将表格或图片文件夹导入店铺</translation>
    </message>
    <message>
        <source>its id, or the first eight letters, as “status” shows it</source>
        <translation>它的编号，或编号的前八个字母，“status”会显示</translation>
    </message>
    <message>
        <source>keep numbers of customers with receipts that come in, or forget them all</source>
        <translation>导入小票时保留顾客编号，或全部删除</translation>
    </message>
    <message>
        <source>learn from the vectors that are there; seconds (the default)</source>
        <translation>根据已有的特征向量学习；只需几秒（默认）</translation>
    </message>
    <message>
        <source>leave a hub that is away for good; what it was not sent stays here alone</source>
        <translation>退出一个再也连不上的中心库；没发出的只留在这里</translation>
    </message>
    <message>
        <source>leave the hub: the shop is on its own again, and keeps all it has</source>
        <translation>退出中心库：店铺又独立，保留它的一切</translation>
    </message>
    <message>
        <source>leave the stock as it is: the till keeps it, and its tables bring it</source>
        <translation>库存保持不变：库存由收银机管理，并由其表格带入</translation>
    </message>
    <message>
        <source>leave this witness out; may be given several times</source>
        <translation>不采纳该依据；可多次使用</translation>
    </message>
    <message>
        <source>let a name in no more, for good, and end its connections</source>
        <translation>永久停用一个账户，并断开它的连接</translation>
    </message>
    <message>
        <source>let these be told from now on</source>
        <translation>从现在起报告这些词</translation>
    </message>
    <message>
        <source>let these not be told any more</source>
        <translation>不再报告这些词</translation>
    </message>
    <message>
        <source>let torchvision download its own weights; the only step that uses a network</source>
        <translation>让 torchvision 下载自己的权重；唯一使用网络的步骤</translation>
    </message>
    <message>
        <source>list a till no longer whose folder is gone</source>
        <translation>不再列出文件夹已不在的收银机</translation>
    </message>
    <message>
        <source>list no longer what gave way so far</source>
        <translation>不再列出到目前为止让位的内容</translation>
    </message>
    <message>
        <source>list products that may be one, and photos that are copies; merge them</source>
        <translation>列出可能是同一种的商品和互为副本的照片，并可合并</translation>
    </message>
    <message>
        <source>list them, with how many receipts there are of each</source>
        <translation>列出顾客及其小票数</translation>
    </message>
    <message>
        <source>list what is running out, and set at how much that begins</source>
        <translation>列出快要卖完的商品，并设定低库存线</translation>
    </message>
    <message>
        <source>list, export and forget customers who are known by a number</source>
        <translation>列出、导出和删除以编号识别的顾客</translation>
    </message>
    <message>
        <source>look at the answer of a time stamp authority, and keep it</source>
        <translation>查看时间戳机构的答复并保存</translation>
    </message>
    <message>
        <source>look at the photos that came for what must not be shown, too</source>
        <translation>同时检查导入的照片有无不宜展示的内容</translation>
    </message>
    <message>
        <source>look for goods like this product of the shop</source>
        <translation>查找与本店这种商品相似的商品</translation>
    </message>
    <message>
        <source>look for goods like those in these pictures</source>
        <translation>查找与这些图片相似的商品</translation>
    </message>
    <message>
        <source>look for goods of this sort, which the program knows by itself</source>
        <translation>查找这一类商品（程序自己认识的类别）</translation>
    </message>
    <message>
        <source>look for these words on photos, in titles, categories, brands and tags</source>
        <translation>在照片、名称、类别、品牌和标签中查找这些词</translation>
    </message>
    <message>
        <source>look for what must not be shown on photos, and decide about them</source>
        <translation>查找照片上不宜展示的内容，并作决定</translation>
    </message>
    <message>
        <source>look no more for the pictures or words listed so</source>
        <translation>不再查找这样列出的图片或词</translation>
    </message>
    <message>
        <source>make a PostgreSQL database a hub, or bring a hub up to date</source>
        <translation>把一个 PostgreSQL 数据库建成中心库，或更新中心库</translation>
    </message>
    <message>
        <source>make a name and password for a till, a manager or a reader</source>
        <translation>为收银机、经理或只读者建账户和密码</translation>
    </message>
    <message>
        <source>make and look after the PostgreSQL database that joins stores</source>
        <translation>建立并管理连接各门店的 PostgreSQL 数据库</translation>
    </message>
    <message>
        <source>make faces unrecognisable in counter photos that are kept already</source>
        <translation>把已经保存的柜台照片上的人脸处理成无法辨认</translation>
    </message>
    <message>
        <source>make it although words on it are on the shop&apos;s lists</source>
        <translation>即使上面有店铺词表中的词，也照样生成</translation>
    </message>
    <message>
        <source>make the shop a till of a hub that joins stores</source>
        <translation>让店铺成为连接各门店的中心库的一个收银台</translation>
    </message>
    <message>
        <source>make the shop, in a folder that holds none; it gets what the hub has</source>
        <translation>在没有店铺的文件夹里新建店铺；它会取得中心库的内容</translation>
    </message>
    <message>
        <source>make these one: the first stays, and gets what the others have</source>
        <translation>把这些商品合并为一种：保留第一种，并得到其余商品的内容</translation>
    </message>
    <message>
        <source>measure how well the shop&apos;s products are recognised</source>
        <translation>评估商品识别的准确程度</translation>
    </message>
    <message>
        <source>measure the search index against others</source>
        <translation>将查找索引与其他方案对比测试</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>new product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>no such product in the shop</source>
        <translation>店里没有这种商品</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>not on the note</source>
        <translation>单上没有</translation>
    </message>
    <message>
        <source>nudity</source>
        <translation>裸露</translation>
    </message>
    <message>
        <source>of each product; stock: as many as there are</source>
        <translation>每种商品的张数；stock：库存有多少就印多少</translation>
    </message>
    <message>
        <source>of photos that are copies let the best stand for the others, with every product</source>
        <translation>互为副本的照片，让最好的一张代替其余各张，凡有这些照片的商品都换</translation>
    </message>
    <message>
        <source>of the words on it</source>
        <translation>上面文字的语言</translation>
    </message>
    <message>
        <source>of what costs less on the first day, instead of SKUs</source>
        <translation>第一天有优惠价的商品，代替 SKU</translation>
    </message>
    <message>
        <source>of what is new in the shop since thirty days</source>
        <translation>三十天内新上架的商品</translation>
    </message>
    <message>
        <source>of what was sold out and came back within two weeks</source>
        <translation>曾经售罄、两周内到货的商品</translation>
    </message>
    <message>
        <source>of which products; of all on the shelf if none is named</source>
        <translation>哪些商品；不写则为所有在架商品</translation>
    </message>
    <message>
        <source>on a Ray cluster: ray://computer:10001, or “local” for this computer</source>
        <translation>在 Ray 集群上进行：ray://计算机:10001；“local” 表示本机</translation>
    </message>
    <message>
        <source>one product</source>
        <translation>1 种商品</translation>
    </message>
    <message>
        <source>only show on which photos there are faces</source>
        <translation>只显示哪些照片上有人脸</translation>
    </message>
    <message>
        <source>only such products: category=Juice, price&lt;20, tag=organic; stock&gt;0 keeps what was not counted, stock&gt;=0.5 leaves it out, stock=unknown shows it alone, stock=low what runs out</source>
        <translation>只要这样的商品：category=Juice、price&lt;20、tag=organic；stock&gt;0 保留未盘点的商品，stock&gt;=0.5 将其排除，stock=unknown 只显示它们，stock=low 只显示快要卖完的</translation>
    </message>
    <message>
        <source>only these of the compared ways</source>
        <translation>只对比这些方案</translation>
    </message>
    <message>
        <source>open the window on the built-in demo shop</source>
        <translation>打开内置演示店铺的窗口</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>outside the filter</source>
        <translation>不在筛选范围内</translation>
    </message>
    <message>
        <source>photos of a product</source>
        <translation>商品照片</translation>
    </message>
    <message>
        <source>pictures to look at; without any, the shop&apos;s own photos</source>
        <translation>要检查的图片；不指定则检查店铺自己的照片</translation>
    </message>
    <message>
        <source>products merged into one</source>
        <translation>商品合并为一种</translation>
    </message>
    <message>
        <source>products put back on the shelf</source>
        <translation>商品恢复上架</translation>
    </message>
    <message>
        <source>products taken off the shelf</source>
        <translation>商品下架</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>画质</translation>
    </message>
    <message>
        <source>receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>remember that no two of these are the same</source>
        <translation>记住这些商品互不相同</translation>
    </message>
    <message>
        <source>replace the file even if it is something else</source>
        <translation>即使该文件是别的内容也予以替换</translation>
    </message>
    <message>
        <source>say again what was said here and gave way, by its number</source>
        <translation>按编号把在这里写过、后来让位的内容重新写上</translation>
    </message>
    <message>
        <source>say how the hub is: its tills, who may come in, sizes</source>
        <translation>说明中心库的状况：收银机、可进入的账户、大小</translation>
    </message>
    <message>
        <source>say what goes with products, what can stand in for them, what a customer may want</source>
        <translation>说明什么与商品搭配、什么可以替代、顾客可能想要什么</translation>
    </message>
    <message>
        <source>say what is seen on products&apos; photos: colours, patterns, kinds</source>
        <translation>说出商品照片上看到的：颜色、花纹、种类</translation>
    </message>
    <message>
        <source>say what would change, and change nothing</source>
        <translation>只列出将要更改的内容，不做任何更改</translation>
    </message>
    <message>
        <source>say whether the log, or a report, is as it was written and signed</source>
        <translation>检查日志或报告是否与写入和签名时一样</translation>
    </message>
    <message>
        <source>say which goods this shop never sells, so that they are found</source>
        <translation>说明本店绝不出售哪些商品，以便找出它们</translation>
    </message>
    <message>
        <source>search by this lesson or backbone; “backbone” is the one in use, unlearned</source>
        <translation>改用此学习结果或主干网络；“backbone”指当前主干网络，不含学习结果</translation>
    </message>
    <message>
        <source>set right what can be set right</source>
        <translation>修复可以修复的问题</translation>
    </message>
    <message>
        <source>show a network the photos of all stores that it has not seen</source>
        <translation>让网络看所有门店中它还没看过的照片</translation>
    </message>
    <message>
        <source>show and change the words that may not stand on photos</source>
        <translation>显示和修改照片上不宜出现的词</translation>
    </message>
    <message>
        <source>show and check the log that says since when the shop has its photos</source>
        <translation>显示并检查照片日志：店铺从何时起拥有每张照片</translation>
    </message>
    <message>
        <source>show how a product&apos;s stock came to what it is</source>
        <translation>显示商品的库存是怎样变成现在这样的</translation>
    </message>
    <message>
        <source>show how labels of the shop&apos;s scales are read, or set it</source>
        <translation>显示或设置如何读取本店电子秤的标签</translation>
    </message>
    <message>
        <source>show lessons and backbones, and which one is in use</source>
        <translation>查看学习结果与主干网络，以及正在使用的</translation>
    </message>
    <message>
        <source>show the latest steps, and change nothing</source>
        <translation>列出最近的步骤，不做任何更改</translation>
    </message>
    <message>
        <source>show the log of photos; photos that it does not know yet get their line</source>
        <translation>显示照片日志；日志还不认识的照片会补记一行</translation>
    </message>
    <message>
        <source>show the shop&apos;s currency, or choose it</source>
        <translation>显示或选择店铺的货币</translation>
    </message>
    <message>
        <source>show the shop&apos;s lessons, use another one, remove one</source>
        <translation>查看店铺的学习结果，换用或删除其中之一</translation>
    </message>
    <message>
        <source>show what people look for, what sells and lies, and what to order</source>
        <translation>显示顾客在找什么、什么好卖、什么积压、该订什么</translation>
    </message>
    <message>
        <source>so much or less of a product without its own mark is too little, from now on</source>
        <translation>从现在起，没有自己低库存线的商品，数量等于或低于此数即为偏低</translation>
    </message>
    <message>
        <source>stay in step until Ctrl+C; with --json one document a round</source>
        <translation>保持一致直到 Ctrl+C；加 --json 时每轮一份结果</translation>
    </message>
    <message>
        <source>take the last step back: an import, a booking, an edit; as a whole</source>
        <translation>整体撤销最后一步：一次导入、一次盘点入账或一次修改</translation>
    </message>
    <message>
        <source>teach a lesson of what all stores have labelled, and offer it to them</source>
        <translation>用所有门店标注过的照片学习一次，并提供给各门店</translation>
    </message>
    <message>
        <source>teach the shop; what proves better is put in use</source>
        <translation>让店铺学习；确有提升的结果会被启用</translation>
    </message>
    <message>
        <source>tell findings of a kind from this score on (0 to 1, or “off”); without any, show what holds</source>
        <translation>某类疑点从这个分数起才报告（0 到 1，或“off”）；不指定则显示现行设置</translation>
    </message>
    <message>
        <source>tell of the shop&apos;s own photos, too, what is wrong with them as pictures</source>
        <translation>店铺自己的照片也说明作为图片有哪些毛病</translation>
    </message>
    <message>
        <source>text-image: a network of two towers that compares pictures with words</source>
        <translation>text-image：由两个塔组成的网络，把图片与文字作比较</translation>
    </message>
    <message>
        <source>the 13 digits of a label, like 21PPPPPWW.WWWX: P product, W weight, Q pieces, M price, V check digit of those, X check digit; without any the formats are shown</source>
        <translation>标签的 13 位数字，例如 21PPPPPWW.WWWX：P 商品，W 重量，Q 件数，M 价格，V 前者的校验位，X 校验位；不写则显示现有格式</translation>
    </message>
    <message>
        <source>the backup to write, a .zip file</source>
        <translation>要写入的备份，.zip 文件</translation>
    </message>
    <message>
        <source>the customer&apos;s number, to find the receipt</source>
        <translation>顾客编号，用来查找小票</translation>
    </message>
    <message>
        <source>the day of the receipt, as 2026-11-28</source>
        <translation>小票的日期，如 2026-11-28</translation>
    </message>
    <message>
        <source>the decimal sign of numbers that may be read in two ways</source>
        <translation>有两种读法的数字所用的小数点符号</translation>
    </message>
    <message>
        <source>the decimal sign of prices; else the one that is usual for their currency</source>
        <translation>价格的小数点；不写则按货币的习惯</translation>
    </message>
    <message>
        <source>the delivery note: a table, or a photo of the paper</source>
        <translation>送货单：表格，或纸质单据的照片</translation>
    </message>
    <message>
        <source>the encoding of a text file, like cp1250</source>
        <translation>文本文件的编码，如 gb18030</translation>
    </message>
    <message>
        <source>the first day on which it holds, as 2026-12-01; prices are those of it</source>
        <translation>生效的第一天，如 2026-12-01；价格以这一天为准</translation>
    </message>
    <message>
        <source>the first day, like 2026-06-01; else four weeks before the last</source>
        <translation>第一天，如 2026-06-01；不写则为最后一天之前四周</translation>
    </message>
    <message>
        <source>the first free label of a used sheet</source>
        <translation>用过的价签纸上第一个空价签</translation>
    </message>
    <message>
        <source>the folder of a report; without it the shop&apos;s log</source>
        <translation>报告所在的文件夹；不给则检查店铺的日志</translation>
    </message>
    <message>
        <source>the folder that the pictures are written to</source>
        <translation>图片写入的文件夹</translation>
    </message>
    <message>
        <source>the hub was restored from an older backup: let every till join again</source>
        <translation>中心库由较旧的备份恢复而来：让每台收银机重新加入</translation>
    </message>
    <message>
        <source>the hub&apos;s address: postgresql://name@computer/database</source>
        <translation>中心库的地址：postgresql://账户@电脑/数据库</translation>
    </message>
    <message>
        <source>the last day on which it holds</source>
        <translation>有效的最后一天</translation>
    </message>
    <message>
        <source>the last day; else yesterday</source>
        <translation>最后一天；不写则为昨天</translation>
    </message>
    <message>
        <source>the list that is meant; needed to change one</source>
        <translation>所指的词表；修改时必须指定</translation>
    </message>
    <message>
        <source>the network&apos;s name in timm, or torchvision/resnet50, where the file says none</source>
        <translation>文件未说明时，给出网络在 timm 中的名称，或 torchvision/resnet50</translation>
    </message>
    <message>
        <source>the number of a customer, where the shop keeps them</source>
        <translation>顾客编号（店铺保留顾客时）</translation>
    </message>
    <message>
        <source>the number of the receipt</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>the paper, or the shape for a screen: {names}</source>
        <translation>纸张，或屏幕的形状：{names}</translation>
    </message>
    <message>
        <source>the sheet of a workbook that is the table</source>
        <translation>工作簿中作为表格的工作表</translation>
    </message>
    <message>
        <source>the shop has no mark of its own</source>
        <translation>本店不设低库存线</translation>
    </message>
    <message>
        <source>the shop has no scale labels</source>
        <translation>本店没有电子秤标签</translation>
    </message>
    <message>
        <source>the shop&apos;s currency, like EUR: of prices that do not say theirs; is remembered</source>
        <translation>店铺的货币（如 CNY）：用于未注明货币的价格；会被记住</translation>
    </message>
    <message>
        <source>the shop&apos;s folder</source>
        <translation>店铺文件夹</translation>
    </message>
    <message>
        <source>the shop&apos;s own line at the foot, as its address</source>
        <translation>页脚的一行店铺文字，如地址</translation>
    </message>
    <message>
        <source>the shop&apos;s time zone, like Europe/Berlin; else this computer&apos;s</source>
        <translation>店铺的时区，如 Asia/Shanghai；不写则用本机时区</translation>
    </message>
    <message>
        <source>the store that this shop is, or is a till of</source>
        <translation>本店所是的门店，或本收银台所属的门店</translation>
    </message>
    <message>
        <source>the till&apos;s time zone, like Europe/Berlin; else this computer&apos;s</source>
        <translation>收银机的时区，如 Europe/Berlin；否则用本机的时区</translation>
    </message>
    <message>
        <source>the words at the top, instead of the template&apos;s</source>
        <translation>顶部的文字，代替模板中的</translation>
    </message>
    <message>
        <source>their dimensions</source>
        <translation>向量的维数</translation>
    </message>
    <message>
        <source>these products alone</source>
        <translation>只看这些商品</translation>
    </message>
    <message>
        <source>this shop sells goods of this sort: do not tell of them</source>
        <translation>本店出售这一类商品：不再提示</translation>
    </message>
    <message>
        <source>this store sells a product of another one, too</source>
        <translation>本门店也卖另一家门店的某种商品</translation>
    </message>
    <message>
        <source>three letters, like EUR; without them the currency is shown</source>
        <translation>三个字母，如 CNY；不填则显示当前货币</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>多出</translation>
    </message>
    <message>
        <source>train the network itself, up to an hour; goes on with an unfinished lesson; Ctrl+C pauses</source>
        <translation>训练网络本身，最长一小时；会继续未完成的学习；按 Ctrl+C 暂停</translation>
    </message>
    <message>
        <source>vectors to search; 1,000, 10,000 and 100,000 unless said otherwise</source>
        <translation>参与查找的向量数量；未指明时为 1,000、10,000 和 100,000</translation>
    </message>
    <message>
        <source>ways to contact somebody</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>weapons</source>
        <translation>武器</translation>
    </message>
    <message>
        <source>what is like the picture and fits these words: “but blue”, “under 10 €”</source>
        <translation>与图片相似并符合这些词的商品：“要蓝色”、“10元以下”</translation>
    </message>
    <message>
        <source>what stands first in days such as 3/4/2026</source>
        <translation>在 3/4/2026 这样的日期中哪一个在前</translation>
    </message>
    <message>
        <source>what the photos are: catalog photos, or taken in the shop; else it is guessed</source>
        <translation>照片的种类：商品目录照片（catalog）或店内拍摄（counter）；不指定时自动判断</translation>
    </message>
    <message>
        <source>what the photos show; counter photos unless said otherwise</source>
        <translation>照片的类型；未指明时为柜台照片</translation>
    </message>
    <message>
        <source>what they do not say: {parts}</source>
        <translation>不印的内容：{parts}</translation>
    </message>
    <message>
        <source>what to call it</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>what was unpacked: a table, or pictures of the goods; else as the note says</source>
        <translation>实际拆箱的货物：表格或货物的照片；否则以送货单为准</translation>
    </message>
    <message>
        <source>where a machine without a display puts the picture of the window</source>
        <translation>没有显示器时窗口截图的存放位置</translation>
    </message>
    <message>
        <source>where it is written; of several pages each PNG has its number</source>
        <translation>写到哪里；有多页时每个 PNG 带有编号</translation>
    </message>
    <message>
        <source>where the pages are written</source>
        <translation>页面写到哪里</translation>
    </message>
    <message>
        <source>whether it is sold again or written off</source>
        <translation>是重新上架还是报损</translation>
    </message>
    <message>
        <source>which column holds a field: {example}; may be given several times</source>
        <translation>指明字段对应的列：{example}；可多次给出</translation>
    </message>
    <message>
        <source>which engines</source>
        <translation>要测试的引擎</translation>
    </message>
    <message>
        <source>which format: {names}</source>
        <translation>哪种格式：{names}</translation>
    </message>
    <message>
        <source>which labels: {names}</source>
        <translation>用哪种价签纸：{names}</translation>
    </message>
    <message>
        <source>which look: {names}</source>
        <translation>哪种样式：{names}</translation>
    </message>
    <message>
        <source>which of the program&apos;s networks; the usual one by default</source>
        <translation>用程序的哪个网络；默认用通常的那个</translation>
    </message>
    <message>
        <source>which products this till holds: those of all stores, or those that ours sells</source>
        <translation>这台收银机保存哪些商品：所有门店的（all），或本门店卖的（ours）</translation>
    </message>
    <message>
        <source>why it comes back</source>
        <translation>退货原因</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>write a poster or price leaflet of products as a PDF or PNG</source>
        <translation>把商品的海报或价目单写成 PDF 或 PNG</translation>
    </message>
    <message>
        <source>write a request for a time stamp over the log, for an authority</source>
        <translation>写一个对日志盖时间戳的请求，交给时间戳机构</translation>
    </message>
    <message>
        <source>write all that is known of one customer</source>
        <translation>写出关于一位顾客的全部资料</translation>
    </message>
    <message>
        <source>write down every step, also to the terminal</source>
        <translation>记录每一步，并显示在终端</translation>
    </message>
    <message>
        <source>write it to a table (.csv, .tsv, .xlsx) instead</source>
        <translation>改为写入表格（.csv、.tsv、.xlsx）</translation>
    </message>
    <message>
        <source>write price and shelf labels of products as a PDF</source>
        <translation>把商品的价签和货架签写成 PDF</translation>
    </message>
    <message>
        <source>write product cards for customers as a PDF or PNG; several side by side</source>
        <translation>把给顾客的商品卡片写成 PDF 或 PNG；多个并排</translation>
    </message>
    <message>
        <source>write the catalog into a table</source>
        <translation>将商品目录导出为表格</translation>
    </message>
    <message>
        <source>write the whole shop into one file</source>
        <translation>将整个店铺备份为一个文件</translation>
    </message>
    <message>
        <source>write those, too, that a person should look at first</source>
        <translation>需要有人先看一眼的也写入</translation>
    </message>
    <message>
        <source>{added} photos added that nobody labelled; passed over: {known} that are there already, {alike} that show the same view. The shop has {total} of them. {seconds} seconds.</source>
        <translation>新增 {added} 张未标注的照片；跳过：{known} 张已有，{alike} 张画面相同。本店现有 {total} 张。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{amount} in stock</source>
        <translation>库存 {amount}</translation>
    </message>
    <message>
        <source>{amount} in {store}</source>
        <translation>{store}有 {amount}</translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation>库存 {count} 件</translation>
    </message>
    <message>
        <source>{count} more: --top shows them</source>
        <translation>还有 {count} 种，用 --top 显示</translation>
    </message>
    <message>
        <source>{count} of these were not counted: they may be on the shelf.</source>
        <translation>其中 {count} 种商品未盘点：货架上可能有。</translation>
    </message>
    <message>
        <source>{count} photos are missing or damaged: {products}.</source>
        <translation>{count} 张照片缺失或已损坏：{products}。</translation>
    </message>
    <message>
        <source>{count} pictures looked at, {waiting} with findings that wait for a decision.</source>
        <translation>已检查 {count} 张图片，其中 {waiting} 张有疑点待决定。</translation>
    </message>
    <message>
        <source>{count} products</source>
        <translation>{count} 种商品</translation>
    </message>
    <message>
        <source>{labels} labels on {pages} pages written to {file}. Print them at their true size.</source>
        <translation>{labels} 个价签共 {pages} 页，已写入 {file}。请按实际大小打印。</translation>
    </message>
    <message>
        <source>{left:.0f} minutes left</source>
        <translation>还剩 {left:.0f} 分钟</translation>
    </message>
    <message>
        <source>{made} of {count} pictures are made of photos of this shop.</source>
        <translation>{count} 张图片中有 {made} 张用了本店的照片。</translation>
    </message>
    <message>
        <source>{name} ({role}) changes: {changes}, the last one: {last}</source>
        <translation>{name}（{role}）改动：{changes}，最近一次：{last}</translation>
    </message>
    <message>
        <source>{name} ({role}) changes: {changes}, the last one: {last}; locked out {since}</source>
        <translation>{name}（{role}）改动：{changes}，最近一次：{last}；停用于 {since}</translation>
    </message>
    <message>
        <source>{name} is locked out. Connections ended: {sessions}; changes under its name: {changes}.</source>
        <translation>{name} 已被停用。断开的连接：{sessions}；以它的名义的改动：{changes}。</translation>
    </message>
    <message>
        <source>{name} is not installed and was left out.</source>
        <translation>未安装 {name}，已跳过。</translation>
    </message>
    <message>
        <source>{name}: at {time} the film goes on elsewhere; what it shows again counts again</source>
        <translation>{name}：在 {time} 处画面跳到了别处；再次拍到的商品会再数一次</translation>
    </message>
    <message>
        <source>{name}: no frame is sharp and light enough to be looked at</source>
        <translation>{name}：没有足够清晰明亮的画面可看</translation>
    </message>
    <message>
        <source>{name}: {count} products in {seconds} seconds of film</source>
        <translation>{name}：{seconds} 秒视频中有 {count} 种商品</translation>
    </message>
    <message>
        <source>{number}  receipts: {receipts}, {first} – {last}</source>
        <translation>{number}  小票：{receipts} 张，{first} – {last}</translation>
    </message>
    <message>
        <source>{number} × not recognised</source>
        <translation>{number} × 未认出</translation>
    </message>
    <message>
        <source>{n}. {sku}, {field}: {value} gave way to {by} of {store}</source>
        <translation>{n}. {sku}，{field}：{value} 让位于{store}的 {by}</translation>
    </message>
    <message>
        <source>{photo}: faces: {count}</source>
        <translation>{photo}：人脸 {count} 张</translation>
    </message>
    <message>
        <source>{photo}: not shown, as {who} decided.</source>
        <translation>{photo}：按 {who} 的决定不予展示。</translation>
    </message>
    <message>
        <source>{photo}: {count} pieces</source>
        <translation>{photo}：{count} 件</translation>
    </message>
    <message>
        <source>{reduced} until {day} ({regular})</source>
        <translation>{reduced}，到 {day}（原价 {regular}）</translation>
    </message>
    <message>
        <source>{row}: {reason}</source>
        <translation>{row}：{reason}</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} 至 {until}</translation>
    </message>
    <message>
        <source>{sku} “{title}” was changed since and stays as it is.</source>
        <translation>{sku}“{title}”此后已被更改，保持不变。</translation>
    </message>
    <message>
        <source>{sort}: looked for</source>
        <translation>{sort}：查找</translation>
    </message>
    <message>
        <source>{sort}: sold here, not told</source>
        <translation>{sort}：本店出售，不提示</translation>
    </message>
    <message>
        <source>{step}  (undone)</source>
        <translation>{step}（已撤销）</translation>
    </message>
    <message>
        <source>{store}: {login} on {computer}, last seen {seen}, changes not read then: {behind}; till {id}</source>
        <translation>{store}：{login}，在 {computer} 上，最后出现于 {seen}，当时未读的改动：{behind}；收银机 {id}</translation>
    </message>
    <message>
        <source>“snapshelf moderate” looks for them.</source>
        <translation>“snapshelf moderate” 会查找它们。</translation>
    </message>
    <message>
        <source>“sync --take-back N” says it again, “sync --seen” lists it no longer.</source>
        <translation>“sync --take-back N” 重新写上，“sync --seen” 不再列出。</translation>
    </message>
    <message>
        <source>“sync --take-in SKU” takes one in: this store sells it, too.</source>
        <translation>“sync --take-in SKU”收入其中一种：本门店也卖它。</translation>
    </message>
    <message>
        <source>“{day}” is no day: write it as 2026-11-28.</source>
        <translation>“{day}”不是日期：请写成 2026-11-28 的样子。</translation>
    </message>
    <message>
        <source>“{name}” is on the list neither as a word nor as a number.</source>
        <translation>名单里没有“{name}”这个词，也没有这个序号。</translation>
    </message>
    <message>
        <source>“{written}” is not understood: write for instance nudity=0.9, or quality=off.</source>
        <translation>看不懂“{written}”：请写成例如 nudity=0.9 或 quality=off。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>4:5 on white</source>
        <translation>4:5 白底</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95%</translation>
    </message>
    <message>
        <source>A chat account: {written}.</source>
        <translation>聊天账号：{written}。</translation>
    </message>
    <message>
        <source>A code leads to {address}.</source>
        <translation>图中的码指向 {address}。</translation>
    </message>
    <message>
        <source>A code says {address}.</source>
        <translation>图中的码内容为 {address}。</translation>
    </message>
    <message>
        <source>A comparison takes two or more products with photos.</source>
        <translation>对比需要至少两种有照片的商品。</translation>
    </message>
    <message>
        <source>A count is under way already: finish it or throw it away.</source>
        <translation>已有盘点正在进行：请先完成或放弃。</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>A deep lesson is learning from the shop&apos;s photos. Pause it or wait for its end, then try again.</source>
        <translation>深度学习正在使用店里的照片。请先将其暂停，或等它结束，然后再试。</translation>
    </message>
    <message>
        <source>A dot on the diagonal says what it knows: of its answers, as many are right as it claims. Larger dots stand for more photos. Expected calibration error: {error}.</source>
        <translation>落在对角线上的点名副其实：其答案的正确比例与所称一致。点越大，照片越多。预期校准误差：{error}。</translation>
    </message>
    <message>
        <source>A hub&apos;s address looks like postgresql://name@computer/database.</source>
        <translation>中心库的地址形如 postgresql://账户@电脑/数据库。</translation>
    </message>
    <message>
        <source>A kept picture cannot be deleted from {folder} ({reason}).</source>
        <translation>无法从 {folder} 删除保留的图片（{reason}）。</translation>
    </message>
    <message>
        <source>A lesson takes two or more products with two or more photos each.</source>
        <translation>学习需要至少两种商品，每种至少两张照片。</translation>
    </message>
    <message>
        <source>A model cannot be called {name}. Take small letters, digits, dots and hyphens, up to sixty.</source>
        <translation>模型不能命名为 {name}。请使用小写字母、数字、点和连字符，最多六十个字符。</translation>
    </message>
    <message>
        <source>A name at the hub has small letters a–z, digits and _, and begins with a letter.</source>
        <translation>中心库的账户名由小写字母 a–z、数字和 _ 组成，并以字母开头。</translation>
    </message>
    <message>
        <source>A newer version of this program made the backup {backup}: update the program first.</source>
        <translation>备份 {backup} 由本程序的更新版本创建，请先更新程序。</translation>
    </message>
    <message>
        <source>A newer version of this program made the catalog {catalog}: update the program to open it.</source>
        <translation>商品目录 {catalog} 由本程序的更新版本创建，请更新程序后再打开。</translation>
    </message>
    <message>
        <source>A person&apos;s face can be seen.</source>
        <translation>可以看到人脸。</translation>
    </message>
    <message>
        <source>A photo cannot be kept in the shop ({reason}). Make room or check the folder.</source>
        <translation>无法将照片保存到店铺（{reason}）。请腾出磁盘空间或检查该文件夹。</translation>
    </message>
    <message>
        <source>A photo of one is a copy of a photo of the other.</source>
        <translation>一种商品的照片是另一种商品照片的副本。</translation>
    </message>
    <message>
        <source>A picture of this kind cannot be opened: save it as JPEG.</source>
        <translation>这种图片无法打开：请另存为 JPEG。</translation>
    </message>
    <message>
        <source>A picture within the table was passed over: save it as a file and name it.</source>
        <translation>已略过表格里内嵌的图片：请把它存成文件，再写上文件名。</translation>
    </message>
    <message>
        <source>A picture within the text of “{column}” was left out.</source>
        <translation>已略去“{column}”文字中的图片。</translation>
    </message>
    <message>
        <source>A piece on {name} is no product of this shop.</source>
        <translation>{name} 上有一件不是本店的商品。</translation>
    </message>
    <message>
        <source>A price: {written}.</source>
        <translation>价格：{written}。</translation>
    </message>
    <message>
        <source>A product needs a SKU: give each one a number or code of its own.</source>
        <translation>商品必须有编号（SKU）：请为每种商品设定唯一的编号。</translation>
    </message>
    <message>
        <source>A product needs a title: enter one.</source>
        <translation>商品需要名称：请输入。</translation>
    </message>
    <message>
        <source>A product was named twice, or is gone: reload the list.</source>
        <translation>有商品重复指定或已不存在：请重新载入列表。</translation>
    </message>
    <message>
        <source>A product with several tags counts with each.</source>
        <translation>有多个标签的商品在每个标签下都计入。</translation>
    </message>
    <message>
        <source>A quotation mark in the row is never closed: it was read as a sign of the text.</source>
        <translation>该行的一个引号没有配对：已将其当作普通字符读取。</translation>
    </message>
    <message>
        <source>A report needs matplotlib, which is missing here. Install the program again.</source>
        <translation>生成报告需要 matplotlib，此处缺失。请重新安装程序。</translation>
    </message>
    <message>
        <source>A row of {table} belongs to nothing in {parent}.</source>
        <translation>{table} 中有一行在 {parent} 中没有对应项。</translation>
    </message>
    <message>
        <source>A sale price is in the currency of the price itself: {currency}.</source>
        <translation>促销价须与原价使用同一货币：{currency}。</translation>
    </message>
    <message>
        <source>A shop cannot be called “{name}”: choose another name.</source>
        <translation>店铺不能叫“{name}”，请换个名称。</translation>
    </message>
    <message>
        <source>A shop needs a name.</source>
        <translation>请为店铺取个名称。</translation>
    </message>
    <message>
        <source>A shop&apos;s name is the name of its folder: it cannot hold the character {sign}.</source>
        <translation>店铺名称就是文件夹名称，不能含有字符 {sign}。</translation>
    </message>
    <message>
        <source>A slogan: {written}.</source>
        <translation>促销语：{written}。</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened the barcode “{barcode}”: format its column as text.</source>
        <translation>条码“{barcode}”被电子表格软件缩写了：请将该列设为文本格式。</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened the code to {code}, and its last digits are lost: format its column as text and enter the code again.</source>
        <translation>电子表格软件把编号缩写成了 {code}，末尾的数字已经丢失：请将该列设为文本格式并重新输入编号。</translation>
    </message>
    <message>
        <source>A spreadsheet has turned the code into the date {date}: format its column as text and enter the code again.</source>
        <translation>电子表格软件把编号变成了日期 {date}：请将该列设为文本格式并重新输入编号。</translation>
    </message>
    <message>
        <source>A spreadsheet has turned the number into the date {date}: correct it there.</source>
        <translation>电子表格软件把数字变成了日期 {date}：请在表格中更正。</translation>
    </message>
    <message>
        <source>A store needs a name: say which one this is.</source>
        <translation>门店需要一个名称：请说明这是哪一家。</translation>
    </message>
    <message>
        <source>A tag needs a name: enter one.</source>
        <translation>标签必须有名称，请输入。</translation>
    </message>
    <message>
        <source>A telephone number: {written}.</source>
        <translation>电话号码：{written}。</translation>
    </message>
    <message>
        <source>A vector of the product {sku} is damaged; it will be computed again.</source>
        <translation>商品 {sku} 的一个特征向量已损坏，将重新计算。</translation>
    </message>
    <message>
        <source>A web address: {written}.</source>
        <translation>网址：{written}。</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>A workbook cannot hold so many rows: export to .csv instead.</source>
        <translation>工作簿容不下这么多行，请改为导出 .csv。</translation>
    </message>
    <message>
        <source>AUROC for unknown products</source>
        <translation>未知商品 AUROC</translation>
    </message>
    <message>
        <source>AUROC, unknown</source>
        <translation>未知商品 AUROC</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>正在汇总</translation>
    </message>
    <message>
        <source>Advertising Law of China, Article 17, and Food Safety Law, Article 73</source>
        <translation>《广告法》第十七条和《食品安全法》第七十三条</translation>
    </message>
    <message>
        <source>Advertising Law of China, Article 9 (1) and (2)</source>
        <translation>《广告法》第九条（一）（二）</translation>
    </message>
    <message>
        <source>Advertising Law of China, Article 9 (3)</source>
        <translation>《广告法》第九条（三）</translation>
    </message>
    <message>
        <source>All pipelines, on the same photos</source>
        <translation>全部方案，使用相同照片</translation>
    </message>
    <message>
        <source>An e-mail address: {written}.</source>
        <translation>电子邮箱：{written}。</translation>
    </message>
    <message>
        <source>An import is under way. It can be undone once it has ended.</source>
        <translation>导入正在进行，结束后才能撤销。</translation>
    </message>
    <message>
        <source>An index of the catalog is incomplete: {detail}.</source>
        <translation>商品目录的一个索引不完整：{detail}。</translation>
    </message>
    <message>
        <source>Another lesson was put in use meanwhile: do it again when that has ended.</source>
        <translation>其间启用了另一次学习的成果：请在其结束后重做。</translation>
    </message>
    <message>
        <source>Another program (process {process} on {computer}) is changing this shop. Here it can be searched, not changed.</source>
        <translation>另一个程序（{computer} 上的进程 {process}）正在修改此店铺。在这里可以查找，但不能修改。</translation>
    </message>
    <message>
        <source>Another program (process {process} on {computer}, since {since}) is changing the shop {folder}. Close it and try again.</source>
        <translation>另一个程序（{computer} 上的进程 {process}，自 {since} 起）正在更改店铺 {folder}。请关闭它后重试。</translation>
    </message>
    <message>
        <source>Another program has garbled the letters; they were put right: “{word}” is “{right}”.</source>
        <translation>文字曾被另一个程序弄乱，现已纠正：“{word}”应为“{right}”。</translation>
    </message>
    <message>
        <source>Another program is writing to the catalog {catalog}: close it, or try again in a moment.</source>
        <translation>另一个程序正在写入商品目录 {catalog}：请关闭它，或稍后重试。</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>找过</translation>
    </message>
    <message>
        <source>Asked for and not found</source>
        <translation>有人找却没有的</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>正在询问中心库</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Back in stock</source>
        <translation>到货</translation>
    </message>
    <message>
        <source>Backing the shop up</source>
        <translation>正在备份店铺</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Beside the mean</source>
        <translation>与平均相比</translation>
    </message>
    <message>
        <source>Beside the mean is what came in on a day of this month to what came in on a day of the whole time. Of months that are cut off only some days are in it.</source>
        <translation>“与平均相比”是这个月每天的收入除以整段时间每天的收入。开头和结尾的月份可能只包含部分日子。</translation>
    </message>
    <message>
        <source>Better on {count} practice photos drawn from the catalog&apos;s pictures. How much better it is on real ones is not known: photos taken in the shop would show it.</source>
        <translation>在由目录图片绘制的 {count} 张练习照片上更好。在真实照片上好多少尚不清楚：有了店内拍摄的照片才能知道。</translation>
    </message>
    <message>
        <source>Better: of 100 photos, between {low} and {high} more come out right. It was examined on {count} photos that it did not learn from.</source>
        <translation>更好：每 100 张照片中，多认对 {low} 到 {high} 张。用它没学过的 {count} 张照片检验。</translation>
    </message>
    <message>
        <source>Both have the barcode {barcode}.</source>
        <translation>两者的条码都是 {barcode}。</translation>
    </message>
    <message>
        <source>Both have the same photo.</source>
        <translation>两者有同一张照片。</translation>
    </message>
    <message>
        <source>Both have the same title.</source>
        <translation>两者名称相同。</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <translation>正在建立查找索引</translation>
    </message>
    <message>
        <source>By brand</source>
        <translation>按品牌</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By category, the hardest first</source>
        <translation>按类别，最难的在前</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By shelf</source>
        <translation>按货架位置</translation>
    </message>
    <message>
        <source>By supplier</source>
        <translation>按供应商</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>Came nearest</source>
        <translation>最接近的商品</translation>
    </message>
    <message>
        <source>Can the confidence be trusted?</source>
        <translation>置信度可信吗？</translation>
    </message>
    <message>
        <source>Categories mixed up</source>
        <translation>类别间的混淆</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cells that are merged over several rows count for each of these rows.</source>
        <translation>跨多行合并的单元格，其内容对其中每一行都有效。</translation>
    </message>
    <message>
        <source>Changes of this shop are not written down for the hub that it has joined.</source>
        <translation>本店的改动没有为它加入的中心库记录下来。</translation>
    </message>
    <message>
        <source>Changes were made meanwhile: leave once more.</source>
        <translation>这期间又有改动：请再退出一次。</translation>
    </message>
    <message>
        <source>Changing products</source>
        <translation>正在修改商品</translation>
    </message>
    <message>
        <source>Checking files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Checking photos</source>
        <translation>正在检查照片</translation>
    </message>
    <message>
        <source>Checking the log of photos</source>
        <translation>正在检查照片日志</translation>
    </message>
    <message>
        <source>Choosing the best photos</source>
        <translation>正在选出最好的照片</translation>
    </message>
    <message>
        <source>Classic features need {library}, which is missing here. Install the extra “compare”.</source>
        <translation>传统特征需要 {library}，此处未安装。请安装附加组件“compare”。</translation>
    </message>
    <message>
        <source>Columns were understood by their names: {guesses}. Choose others if that is wrong.</source>
        <translation>已按名称识别各列：{guesses}。如果不对，请另行选择。</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在对比</translation>
    </message>
    <message>
        <source>Comparing answers</source>
        <translation>正在比较结果</translation>
    </message>
    <message>
        <source>Comparing the products</source>
        <translation>正在比较商品</translation>
    </message>
    <message>
        <source>Comparing the shop&apos;s photos</source>
        <translation>正在比较本店的照片</translation>
    </message>
    <message>
        <source>Comparing with the shop</source>
        <translation>正在与店铺比较</translation>
    </message>
    <message>
        <source>Copies found</source>
        <translation>用了本店照片的图片</translation>
    </message>
    <message>
        <source>Copies of photos of {shop}</source>
        <translation>用了“{shop}”照片的图片</translation>
    </message>
    <message>
        <source>Copying the shop</source>
        <translation>正在复制店铺</translation>
    </message>
    <message>
        <source>Count a product first; then type how many there are.</source>
        <translation>请先清点一种商品，再输入件数。</translation>
    </message>
    <message>
        <source>Counting what the film shows</source>
        <translation>正在清点视频中的商品</translation>
    </message>
    <message>
        <source>Cutting out products</source>
        <translation>正在抠图</translation>
    </message>
    <message>
        <source>Damaged characters of the file: {count}. Look for “{sign}” in the texts.</source>
        <translation>文件中损坏的字符：{count} 个。请在文字中查找“{sign}”。</translation>
    </message>
    <message>
        <source>Damaged files of what was found on photos: {count}. Repair the shop.</source>
        <translation>照片特征点文件已损坏：{count} 个。请修复店铺。</translation>
    </message>
    <message>
        <source>Damaged thumbnails: {count}. Repair the shop.</source>
        <translation>缩略图已损坏：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days of stock</source>
        <translation>库存可卖天数</translation>
    </message>
    <message>
        <source>Days such as “{day}” are read with the day first; say month-first if that is wrong.</source>
        <translation>“{day}”这样的日期按日在前读取；如果不对，请选择月在前。</translation>
    </message>
    <message>
        <source>Days such as “{day}” are read with the month first; say day-first if that is wrong.</source>
        <translation>“{day}”这样的日期按月在前读取；如果不对，请选择日在前。</translation>
    </message>
    <message>
        <source>Deleting products</source>
        <translation>正在删除商品</translation>
    </message>
    <message>
        <source>Describing photos</source>
        <translation>正在描述照片</translation>
    </message>
    <message>
        <source>Directive (EU) 2024/825 on environmental claims</source>
        <translation>欧盟关于环保宣传的 2024/825 号指令</translation>
    </message>
    <message>
        <source>Directive 2005/29/EC, Annex I</source>
        <translation>欧盟 2005/29/EC 号指令附件一</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Drawing practice photos</source>
        <translation>正在绘制练习照片</translation>
    </message>
    <message>
        <source>Ended in nothing</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>Enough for {weeks} weeks with a probability of {sure}, less what is there. A dash: the stock was not counted.</source>
        <translation>以 {sure} 的概率够卖 {weeks} 周，减去现有库存。短横：库存未清点。</translation>
    </message>
    <message>
        <source>Evaluating photos</source>
        <translation>正在评估照片</translation>
    </message>
    <message>
        <source>Examining the lesson</source>
        <translation>正在检验学习结果</translation>
    </message>
    <message>
        <source>Exporting products</source>
        <translation>正在导出商品</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Faces cannot be found: the file {file} is missing or damaged. Install the program again.</source>
        <translation>无法查找人脸：文件 {file} 缺失或损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>Fetching changes from the hub</source>
        <translation>正在从中心库取回改动</translation>
    </message>
    <message>
        <source>Fetching photos from the hub</source>
        <translation>正在从中心库取回照片</translation>
    </message>
    <message>
        <source>Fetching products from the hub</source>
        <translation>正在从中心库取回商品</translation>
    </message>
    <message>
        <source>Fetching vectors from the hub</source>
        <translation>正在从中心库取向量</translation>
    </message>
    <message>
        <source>Fewer than none cannot be counted.</source>
        <translation>件数不能少于零。</translation>
    </message>
    <message>
        <source>Finding out what products have in common</source>
        <translation>正在了解商品之间的共同之处</translation>
    </message>
    <message>
        <source>Fingerprint of the shop&apos;s key</source>
        <translation>店铺密钥的指纹</translation>
    </message>
    <message>
        <source>Forgetting customers</source>
        <translation>正在删除顾客</translation>
    </message>
    <message>
        <source>Found among the first k</source>
        <translation>在前 k 位中找到</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Further products that are not in this shop: {count}.</source>
        <translation>本店没有的其他商品：{count}。</translation>
    </message>
    <message>
        <source>Gathering photos of all stores</source>
        <translation>正在收集所有门店的照片</translation>
    </message>
    <message>
        <source>Goes well together</source>
        <translation>搭配</translation>
    </message>
    <message>
        <source>Grouping the products</source>
        <translation>正在为商品分组</translation>
    </message>
    <message>
        <source>Hard to find, and what would help</source>
        <translation>不好找的商品，以及怎样改善</translation>
    </message>
    <message>
        <source>Hash of that line</source>
        <translation>该行的哈希值</translation>
    </message>
    <message>
        <source>How sure the program is</source>
        <translation>程序的把握</translation>
    </message>
    <message>
        <source>If it goes on selling as in this time.</source>
        <translation>照这段时间的销量卖下去。</translation>
    </message>
    <message>
        <source>Importing products</source>
        <translation>正在导入商品</translation>
    </message>
    <message>
        <source>In stock and not sold once</source>
        <translation>有库存却一件没卖</translation>
    </message>
    <message>
        <source>In the shop since</source>
        <translation>在店铺里的起始时间</translation>
    </message>
    <message>
        <source>In {minutes:.0f} minutes this computer learns from each photo about {passes:.1f} times: that is hardly better than a quick lesson. About {wanted:.0f} minutes are worth it.</source>
        <translation>在 {minutes:.0f} 分钟内，这台电脑只能把每张照片学习约 {passes:.1f} 遍：效果几乎不比快速学习好。大约 {wanted:.0f} 分钟才值得。</translation>
    </message>
    <message>
        <source>It does not prove who took the photo or who holds the rights in it. Both pictures may have been made of a third one.</source>
        <translation>它不能证明照片是谁拍的、权利归谁。两张图片也可能都来自第三张图片。</translation>
    </message>
    <message>
        <source>It is deleted, but another program still reads the catalog as it was: close it, then forget once more.</source>
        <translation>已删除，但另一个程序仍在读取原来的商品目录：请将其关闭，然后再删除一次。</translation>
    </message>
    <message>
        <source>It is not known how the network {name} wants its pictures; it was not added.</source>
        <translation>不清楚识别网络 {name} 对图片的要求，因此未添加。</translation>
    </message>
    <message>
        <source>It is not sure where the product ends and the ground begins.</source>
        <translation>不能确定商品与背景的分界在哪里。</translation>
    </message>
    <message>
        <source>It lies in no product&apos;s folder.</source>
        <translation>它不在任何商品的文件夹里。</translation>
    </message>
    <message>
        <source>It names a chat: {written}.</source>
        <translation>提到聊天软件：{written}。</translation>
    </message>
    <message>
        <source>It says “{word}” ({source}).</source>
        <translation>写有“{word}”（{source}）。</translation>
    </message>
    <message>
        <source>Its worth is its price, not what it cost.</source>
        <translation>价值按售价计，不是进价。</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Learned from {taught} of {count} photos that nobody labelled. Nothing in the shop can prove what that is worth: of too few of them ({sure}) is it sure what they show.</source>
        <translation>从 {count} 张未标注照片中的 {taught} 张学习。店里没有什么能证明它的价值：能确定拍的是什么的照片太少（{sure} 张）。</translation>
    </message>
    <message>
        <source>Learned from {taught} of {count} photos that nobody labelled. Of 100 photos whose product a barcode, the print, the label or a clerk told, between {low} and {high} more come out right ({sure} were looked at). Those are mostly packages: of loose goods they say little.</source>
        <translation>从 {count} 张未标注照片中的 {taught} 张学习。在由条码、印刷图案、标签文字或店员确定了商品的照片中，每 100 张多认对 {low} 到 {high} 张（共检验 {sure} 张）。这些大多是包装商品：对散装商品说明不了什么。</translation>
    </message>
    <message>
        <source>Learned from {taught} of {count} photos that nobody labelled. Of 100 photos whose product a barcode, the print, the label or a clerk told, between {low} fewer and {high} more come out right ({sure} were looked at). Those are mostly packages: of loose goods they say little.</source>
        <translation>从 {count} 张未标注照片中的 {taught} 张学习。在由条码、印刷图案、标签文字或店员确定了商品的照片中，每 100 张可能少认对 {low} 张，也可能多认对 {high} 张（共检验 {sure} 张）。这些大多是包装商品：对散装商品说明不了什么。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>Learning from photos that nobody labelled</source>
        <translation>正在从未标注的照片学习</translation>
    </message>
    <message>
        <source>Learning what is unknown</source>
        <translation>正在学习辨别未知商品</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Left the picture found, right our photo.</source>
        <translation>左边是发现的图片，右边是本店的照片。</translation>
    </message>
    <message>
        <source>Lessons were taught on the model {name}: {versions}. Remove them first.</source>
        <translation>有学习结果基于模型 {name}：{versions}。请先删除它们。</translation>
    </message>
    <message>
        <source>Lies unsold, at its price</source>
        <translation>积压价值（按售价）</translation>
    </message>
    <message>
        <source>Line {number} of the log of photos does not fit its hash.</source>
        <translation>照片日志第 {number} 行与其哈希值不符。</translation>
    </message>
    <message>
        <source>Lines left out, for they are no goods: delivery, {count}.</source>
        <translation>不是商品而略去的行：运费 {count} 行。</translation>
    </message>
    <message>
        <source>Lines left out, for they are no goods: gift cards, {count}.</source>
        <translation>不是商品而略去的行：礼品卡 {count} 行。</translation>
    </message>
    <message>
        <source>Lines left out, for they are no goods: rounding, {count}.</source>
        <translation>不是商品而略去的行：零头舍入 {count} 行。</translation>
    </message>
    <message>
        <source>Lines left out, for they are no goods: tips, {count}.</source>
        <translation>不是商品而略去的行：小费 {count} 行。</translation>
    </message>
    <message>
        <source>Lines of products that the shop does not know: {count}.</source>
        <translation>店铺不认识的商品的行：{count}。</translation>
    </message>
    <message>
        <source>Lines of which the till does not say what they came to: {count}.</source>
        <translation>收银系统没有写明金额的行：{count}。</translation>
    </message>
    <message>
        <source>Lines that are not in the encoding of the others: {count}. They are read in {encoding}, like “{word}”.</source>
        <translation>与其他行编码不同的行：{count} 行。这些行按 {encoding} 读取，例如“{word}”。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Log of photos</source>
        <translation>照片日志</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>正在识别照片</translation>
    </message>
    <message>
        <source>Looking at photos of all stores</source>
        <translation>正在看所有门店的照片</translation>
    </message>
    <message>
        <source>Looking at photos that are alike</source>
        <translation>正在细看相似的照片</translation>
    </message>
    <message>
        <source>Looking at photos that nobody labelled</source>
        <translation>正在查看未标注的照片</translation>
    </message>
    <message>
        <source>Looking at photos with the new network</source>
        <translation>正在用新的识别网络查看照片</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message>
        <source>Looking at the shop&apos;s photos</source>
        <translation>正在查看本店的照片</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Looking for photos that prove something</source>
        <translation>正在寻找能作证明的照片</translation>
    </message>
    <message>
        <source>Looking for pictures of the products</source>
        <translation>正在查找商品图片</translation>
    </message>
    <message>
        <source>Looking for products in the picture</source>
        <translation>正在照片里寻找商品</translation>
    </message>
    <message>
        <source>Looking for what must not be shown</source>
        <translation>正在查找不宜展示的内容</translation>
    </message>
    <message>
        <source>Looking for what must not be shown ended unexpectedly {count} times and was given up. Close other programs and try again.</source>
        <translation>查看不宜展示的内容时意外中断了 {count} 次，已停止。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>MRR</source>
        <translation>MRR</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Made of a photo of “{title}” ({sku})</source>
        <translation>用了“{title}”（{sku}）的照片</translation>
    </message>
    <message>
        <source>Measuring indexes</source>
        <translation>正在测试各种索引</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>少卖</translation>
    </message>
    <message>
        <source>Missing or damaged pictures of unlabelled photos: {count}. Repair the shop.</source>
        <translation>未标注照片的图片缺失或损坏：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Mixed up</source>
        <translation>容易混淆</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Most is to be seen in it: {percent}% more detail ({width} × {height} pixels).</source>
        <translation>看得最清楚：细节多 {percent}%（{width} × {height} 像素）。</translation>
    </message>
    <message>
        <source>Moving the shop</source>
        <translation>正在移动店铺</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name two products at least: the one that stays first.</source>
        <translation>请至少指定两种商品，要保留的在最前。</translation>
    </message>
    <message>
        <source>Naming what is in the picture</source>
        <translation>正在辨认照片里的商品</translation>
    </message>
    <message>
        <source>Naming what the film shows</source>
        <translation>正在辨认视频中的商品</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>No column has numbers of the shop&apos;s own: products go by their barcodes.</source>
        <translation>没有一列是店铺自己的编号：商品以条码为准。</translation>
    </message>
    <message>
        <source>No copy was found, so there is nothing to report.</source>
        <translation>没有发现用了本店照片的图片，因此没有可报告的内容。</translation>
    </message>
    <message>
        <source>No customer has the number {number}.</source>
        <translation>没有编号为 {number} 的顾客。</translation>
    </message>
    <message>
        <source>No graphics card can be used: that takes one by NVIDIA, its driver and a torch that fits. Choose the processor instead.</source>
        <translation>没有可用的显卡：需要 NVIDIA 显卡、其驱动程序以及配套的 torch。请改用处理器。</translation>
    </message>
    <message>
        <source>No line of {name} names a product and a quantity.</source>
        <translation>{name} 里没有一行写明商品和数量。</translation>
    </message>
    <message>
        <source>No photo was answered with a wrong product.</source>
        <translation>没有照片被认成错误的商品。</translation>
    </message>
    <message>
        <source>No product has the tag “{tag}”: reload the list.</source>
        <translation>没有商品带有标签“{tag}”，请刷新列表。</translation>
    </message>
    <message>
        <source>No product is called so: name the folder by its number, barcode or title.</source>
        <translation>没有叫这个名字的商品：请用商品的编号、条码或名称给文件夹命名。</translation>
    </message>
    <message>
        <source>No product is chosen: set a mark at least at one.</source>
        <translation>没有选择商品：请至少勾选一种。</translation>
    </message>
    <message>
        <source>No product stands out from the rest of the photo.</source>
        <translation>照片中没有能与其余部分分开的商品。</translation>
    </message>
    <message>
        <source>No shop is open at the computer just now. Try again in a moment.</source>
        <translation>电脑上目前没有打开店铺，请稍后再试。</translation>
    </message>
    <message>
        <source>No store of the hub has a product {sku}.</source>
        <translation>中心库的任何门店都没有商品 {sku}。</translation>
    </message>
    <message>
        <source>No value in the column “{column}”: {texts}. Cells left out: {count}, the first in row {row}.</source>
        <translation>“{column}”列中没有值的内容：{texts}。已略去 {count} 个单元格，第一个在第 {row} 行。</translation>
    </message>
    <message>
        <source>None of the product&apos;s photos may be shown to customers.</source>
        <translation>该商品没有可以给顾客看的照片。</translation>
    </message>
    <message>
        <source>Not better beyond doubt on {count} practice photos drawn from the catalog&apos;s pictures. Photos taken in the shop would teach it more.</source>
        <translation>在由目录图片绘制的 {count} 张练习照片上，不能确定更好。店内拍摄的照片能让它学到更多。</translation>
    </message>
    <message>
        <source>Not better beyond doubt: of 100 photos, between {low} fewer and {high} more come out right. It was examined on {count} photos that it did not learn from.</source>
        <translation>不能确定更好：每 100 张照片中，可能少认对 {low} 张，也可能多认对 {high} 张。用它没学过的 {count} 张照片检验。</translation>
    </message>
    <message>
        <source>Not in this shop: {code} “{title}”, on {count} lines; they are kept until the shop has it.</source>
        <translation>本店没有：{code}“{title}”，共 {count} 行；这些行会保留到店里有该商品为止。</translation>
    </message>
    <message>
        <source>Nothing in the table tells whether “{text}” in the column of the {field} is {taken} or {other}: it is read as {taken}. Choose the decimal sign if that is wrong.</source>
        <translation>表格中没有任何内容能说明“{field}”列的“{text}”是 {taken} 还是 {other}：已按 {taken} 读取。如果不对，请选择小数点符号。</translation>
    </message>
    <message>
        <source>Nothing was unpacked: there is nothing to book.</source>
        <translation>没有拆箱的货物：没有可入账的内容。</translation>
    </message>
    <message>
        <source>Nudity is not looked for: the file {file} is missing or damaged. Install the program again.</source>
        <translation>未检查裸露内容：文件 {file} 缺失或损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>Of the receipt {number} only {left} can still come back.</source>
        <translation>小票 {number} 只能再退 {left}。</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>On the last {weeks} weeks, which it had not seen, the forecast for orders was wrong by {ours} a product and week; “the same as last week” by {rival}.</source>
        <translation>在预测没有见过的最近 {weeks} 周里，订货预测平均每种商品每周差 {ours}；“与上周相同”差 {rival}。</translation>
    </message>
    <message>
        <source>Only a superuser can switch pgvector on: let one run CREATE EXTENSION vector in the hub&apos;s database, then try again.</source>
        <translation>只有超级用户能启用 pgvector：请让其在中心库的数据库里运行 CREATE EXTENSION vector，然后再试。</translation>
    </message>
    <message>
        <source>Only the hub&apos;s owner can forget another one&apos;s till: use the owner&apos;s name.</source>
        <translation>只有中心库的所有者能移除别人的收银机：请使用所有者的账户。</translation>
    </message>
    <message>
        <source>Opening the shop</source>
        <translation>正在打开店铺</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订货</translation>
    </message>
    <message>
        <source>Order list</source>
        <translation>订货清单</translation>
    </message>
    <message>
        <source>Others can read {file}: let only its owner read it (chmod 600), or delete it.</source>
        <translation>别的用户能读 {file}：请让它只能由所有者读取（chmod 600），或删除它。</translation>
    </message>
    <message>
        <source>Our photo</source>
        <translation>本店的照片</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Out of stock ({count}): {skus}.</source>
        <translation>无库存（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Out of stock, and so without a label ({count}): {skus}.</source>
        <translation>已无库存，因此没有价签（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Page {page} of {file} is damaged.</source>
        <translation>{file} 的第 {page} 页已损坏。</translation>
    </message>
    <message>
        <source>Passed over, as no pictures: {count} files.</source>
        <translation>不是图片，已略过：{count} 个文件。</translation>
    </message>
    <message>
        <source>Phones cannot reach this computer: {reason}.</source>
        <translation>手机无法访问这台电脑：{reason}。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos of the row&apos;s category, answered with the column&apos;s.</source>
        <translation>行为照片上的类别，列为识别结果。</translation>
    </message>
    <message>
        <source>Photos of the row&apos;s product, answered with the column&apos;s.</source>
        <translation>行为照片上的商品，列为识别结果。</translation>
    </message>
    <message>
        <source>Photos that are not found, as their vectors are damaged: {count}. Repair the shop.</source>
        <translation>因特征向量损坏而查找不到的照片：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Photos that belong to no product: {count}. Repair the shop.</source>
        <translation>不属于任何商品的照片：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Photos that no search finds, as they were not looked at yet: {count}. Repair the shop.</source>
        <translation>尚未识别、查找不到的照片：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Photos that nobody labelled do not help here: of 100 photos whose product a barcode, the print, the label or a clerk told, between {low} and {high} fewer come out right ({sure} were looked at).</source>
        <translation>未标注的照片在这里没有帮助：在由条码、印刷图案、标签文字或店员确定了商品的照片中，每 100 张少认对 {low} 到 {high} 张（共检验 {sure} 张）。</translation>
    </message>
    <message>
        <source>Picture found</source>
        <translation>发现的图片</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>查看的图片</translation>
    </message>
    <message>
        <source>Pictures that belong to no unlabelled photo: {count}. Repair the shop.</source>
        <translation>不属于任何未标注照片的图片：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Precision and recall over confidence</source>
        <translation>随置信度变化的精确率与召回率</translation>
    </message>
    <message>
        <source>Preparing photos</source>
        <translation>正在准备照片</translation>
    </message>
    <message>
        <source>Preparing the model</source>
        <translation>正在准备模型</translation>
    </message>
    <message>
        <source>Preparing the new network</source>
        <translation>正在准备新的识别网络</translation>
    </message>
    <message>
        <source>Prices are in {currency} where the format of their cells shows it.</source>
        <translation>单元格的数字格式显示货币为 {currency} 的价格，按 {currency} 读取。</translation>
    </message>
    <message>
        <source>Prices whose cells show “{sign}” are read as {own}. {reason}</source>
        <translation>单元格显示“{sign}”的价格按 {own} 读取。{reason}</translation>
    </message>
    <message>
        <source>Prices without a currency ({count}): {skus}. Say which one the shop&apos;s is.</source>
        <translation>没有货币的价格（{count}）：{skus}。请说明店铺用哪种货币。</translation>
    </message>
    <message>
        <source>Prices, plain and with little ink</source>
        <translation>价目，朴素省墨</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Public key (Ed25519)</source>
        <translation>公钥（Ed25519）</translation>
    </message>
    <message>
        <source>Putting the lesson in use</source>
        <translation>正在启用这次学习</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Ray is not installed here. Install it with the extra “ray”, or leave --ray out.</source>
        <translation>这里没有安装 Ray。请用附加项 “ray” 安装，或去掉 --ray。</translation>
    </message>
    <message>
        <source>Read-only: another program is changing the shop.</source>
        <translation>只读：另一个程序正在修改此店铺。</translation>
    </message>
    <message>
        <source>Read-only: parts of the shop are links.</source>
        <translation>只读：店铺的一部分是链接。</translation>
    </message>
    <message>
        <source>Read-only: the shop&apos;s folder cannot be written to.</source>
        <translation>只读：店铺文件夹不可写入。</translation>
    </message>
    <message>
        <source>Reading packages</source>
        <translation>正在识读包装文字</translation>
    </message>
    <message>
        <source>Reading receipts</source>
        <translation>正在读取小票</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Receipts that were called off, and are no sales: {count}.</source>
        <translation>已取消、不算销售的小票：{count}。</translation>
    </message>
    <message>
        <source>Receipts that were refunded in part: {count}. The file does not say which goods came back: all of them count as sold.</source>
        <translation>部分退款的小票：{count} 张。文件没有说明退回的是哪些商品，因此全部仍按售出计算。</translation>
    </message>
    <message>
        <source>Recognition in {shop}</source>
        <translation>{shop} 的识别情况</translation>
    </message>
    <message>
        <source>Regulation (EC) No 1924/2006, Article 12</source>
        <translation>欧盟第 1924/2006 号条例第十二条</translation>
    </message>
    <message>
        <source>Regulation (EU) No 1169/2011, Article 7 (3)</source>
        <translation>欧盟第 1169/2011 号条例第七条第三款</translation>
    </message>
    <message>
        <source>Restoring the shop</source>
        <translation>正在恢复店铺</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows that are hidden or filtered out in the sheet are read, too: {count}.</source>
        <translation>工作表中隐藏或被筛选掉的行也会读取：{count} 行。</translation>
    </message>
    <message>
        <source>Runs out soon</source>
        <translation>即将卖完</translation>
    </message>
    <message>
        <source>SHA-256 of its file</source>
        <translation>其文件的 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of our photo</source>
        <translation>本店照片的 SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the original</source>
        <translation>原始文件的 SHA-256</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Said absent</source>
        <translation>店员说没有</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Say how much came back: more than nothing.</source>
        <translation>请说明退回多少：必须大于零。</translation>
    </message>
    <message>
        <source>Say which store the till is in: --store NAME.</source>
        <translation>请说明收银机在哪家门店：--store 名称。</translation>
    </message>
    <message>
        <source>Searched most</source>
        <translation>找得最多的</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Searches a day</source>
        <translation>每天的查找次数</translation>
    </message>
    <message>
        <source>Searches that ended in nothing and are in no group, because the shop keeps no trace of what they looked like: {count}.</source>
        <translation>没有结果、又因店铺不保留图片特征而无法归组的查找：{count} 次。</translation>
    </message>
    <message>
        <source>Searches that ended in nothing and look alike, with the product that came nearest. It was not the one.</source>
        <translation>没有结果且彼此相像的查找，以及最接近的商品（并不是它）。</translation>
    </message>
    <message>
        <source>Sending changes to the hub</source>
        <translation>正在把改动发往中心库</translation>
    </message>
    <message>
        <source>Sending photos to the hub</source>
        <translation>正在把照片发往中心库</translation>
    </message>
    <message>
        <source>Sending vectors to the hub</source>
        <translation>正在向中心库发送向量</translation>
    </message>
    <message>
        <source>Several currencies came in; shares and days are those of {currency}.</source>
        <translation>收入有多种货币；占比和每日数字只算 {currency}。</translation>
    </message>
    <message>
        <source>Several files are called like {photo}: write the name as it is.</source>
        <translation>有几个文件的名称都像 {photo}：请照实际名称填写。</translation>
    </message>
    <message>
        <source>Several products are called so: name the folder by the number of one.</source>
        <translation>有几种商品叫这个名字：请用其中一种的编号给文件夹命名。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Shown instead</source>
        <translation>却显示了</translation>
    </message>
    <message>
        <source>Shows unchanged</source>
        <translation>未改动的部分</translation>
    </message>
    <message>
        <source>Signature under the log</source>
        <translation>日志的签名</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>列入日期</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Some letters are not in the program&apos;s typeface, and boxes stand for them ({count}): {skus}.</source>
        <translation>程序的字体里没有某些字，以方框代替（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Some letters are not in the program&apos;s typeface, and boxes stand for them: see evidence.html.</source>
        <translation>有些字不在本程序的字体里，以方框代替：请看 evidence.html。</translation>
    </message>
    <message>
        <source>Some letters are not in the program&apos;s typeface, and boxes stand for them: see {file}.</source>
        <translation>程序的字体缺少某些字符，以方框代替：见 {file}。</translation>
    </message>
    <message>
        <source>Something else was done in this shop since: take that back first, in the catalog.</source>
        <translation>此后店铺里又有别的改动：请先在目录页撤销它。</translation>
    </message>
    <message>
        <source>Something is written beside the product: “{text}”.</source>
        <translation>商品旁边写有文字：“{text}”。</translation>
    </message>
    <message>
        <source>Something is written over the product: “{text}”.</source>
        <translation>商品上压有文字：“{text}”。</translation>
    </message>
    <message>
        <source>Something went wrong in the program at the computer. Try again.</source>
        <translation>电脑上的程序出错了，请重试。</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Search again, or start it again.</source>
        <translation>程序出了问题。请重新查找，或重新启动程序。</translation>
    </message>
    <message>
        <source>Square on white</source>
        <translation>方形白底</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Stock, at its price</source>
        <translation>库存（按售价）</translation>
    </message>
    <message>
        <source>Storing receipts</source>
        <translation>正在保存小票</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Taking a closer look at photos from the shop</source>
        <translation>正在更仔细地查看店内拍摄的照片</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>营业额</translation>
    </message>
    <message>
        <source>Takings a day, {currency}</source>
        <translation>每天收入，{currency}</translation>
    </message>
    <message>
        <source>Takings, {currency}</source>
        <translation>营业额，{currency}</translation>
    </message>
    <message>
        <source>Telling the hub what there is</source>
        <translation>正在告诉中心库这里有什么</translation>
    </message>
    <message>
        <source>Telling what the shop does not have</source>
        <translation>正在学习辨别店里没有的商品</translation>
    </message>
    <message>
        <source>Temporary files left by a program that was ended: {count}. Repair the shop.</source>
        <translation>被中止的程序留下的临时文件：{count} 个。请修复店铺。</translation>
    </message>
    <message>
        <source>That faces are not blurred is set for this computer by its administrator.</source>
        <translation>本机管理员规定不模糊人脸。</translation>
    </message>
    <message>
        <source>That one picture was made of the other is the result of a computation: of how far their pixels agree. Look at both. The share is no probability.</source>
        <translation>一张图片由另一张制成，这是计算得出的结果，即两者的像素有多一致。请亲自对照两张图片。所给的比例不是概率。</translation>
    </message>
    <message>
        <source>The Ray cluster {address} cannot be reached: {reason}</source>
        <translation>连不上 Ray 集群 {address}：{reason}</translation>
    </message>
    <message>
        <source>The SKU {sku} cannot be found when it is mistyped.</source>
        <translation>编号 {sku} 在输入略有出入时会找不到。</translation>
    </message>
    <message>
        <source>The SKU {sku} is that of “{title}” already: enter another one.</source>
        <translation>编号 {sku} 已属于“{title}”：请输入其他编号。</translation>
    </message>
    <message>
        <source>The authority did not stamp the request ({status}): ask again, or another one.</source>
        <translation>时间戳机构没有为请求盖戳（{status}）：请再次申请，或换一家机构。</translation>
    </message>
    <message>
        <source>The background is not white.</source>
        <translation>背景不是白色。</translation>
    </message>
    <message>
        <source>The backup {backup} could not be written ({reason}): check the disk&apos;s space and your rights.</source>
        <translation>无法写入备份 {backup}（{reason}），请检查磁盘空间和您的权限。</translation>
    </message>
    <message>
        <source>The backup {backup} did not verify and was thrown away: check the disk and the catalog.</source>
        <translation>备份 {backup} 未通过校验，已丢弃：请检查磁盘和商品目录。</translation>
    </message>
    <message>
        <source>The backup {backup} is damaged: delete it.</source>
        <translation>备份 {backup} 已损坏：请删除它。</translation>
    </message>
    <message>
        <source>The backup {backup} still has the customer and cannot be written ({reason}): delete it.</source>
        <translation>备份 {backup} 中仍有该顾客且无法写入（{reason}）：请删除该备份。</translation>
    </message>
    <message>
        <source>The backup {backup} was unpacked and zipped again with a folder around it: restore the file as it was written, or zip what is in that folder, not the folder.</source>
        <translation>备份 {backup} 被解压后又连同外层文件夹重新压缩过：请用原来的备份文件恢复，或者只压缩该文件夹里的内容，而不是文件夹本身。</translation>
    </message>
    <message>
        <source>The barcode {barcode} has {length} digits, not 8, 12, 13 or 14: correct it.</source>
        <translation>条码 {barcode} 有 {length} 位，应为 8、12、13 或 14 位，请更正。</translation>
    </message>
    <message>
        <source>The barcode “{barcode}” holds more than digits: correct it.</source>
        <translation>条码“{barcode}”含有数字以外的字符，请更正。</translation>
    </message>
    <message>
        <source>The barcode “{written}” was read as {barcode}.</source>
        <translation>条码“{written}”读作 {barcode}。</translation>
    </message>
    <message>
        <source>The best is marked. Seconds: to look at the shop&apos;s photos and learn.</source>
        <translation>最佳方案已标出。秒：查看店铺照片并学习的用时。</translation>
    </message>
    <message>
        <source>The camera&apos;s own date</source>
        <translation>相机自己的日期</translation>
    </message>
    <message>
        <source>The catalog {catalog} cannot be changed: ask for write permission to its folder.</source>
        <translation>无法更改商品目录 {catalog}：请申请其所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>The catalog {catalog} cannot be opened: check that its folder is there and that you may write to it.</source>
        <translation>无法打开商品目录 {catalog}：请确认其文件夹存在，且您有写入权限。</translation>
    </message>
    <message>
        <source>The catalog {catalog} is damaged, and there is no backup of it beside it: restore one of your own.</source>
        <translation>商品目录 {catalog} 已损坏，旁边也没有它的备份：请用您自己的备份恢复。</translation>
    </message>
    <message>
        <source>The catalog {catalog} is damaged. Its newest good backup is {backup}: restore it.</source>
        <translation>商品目录 {catalog} 已损坏。最近一份完好的备份是 {backup}，请用它恢复。</translation>
    </message>
    <message>
        <source>The catalog {catalog} is open for reading only: close the program that holds it, then open it again.</source>
        <translation>商品目录 {catalog} 以只读方式打开：请关闭占用它的程序，再重新打开。</translation>
    </message>
    <message>
        <source>The catalog {catalog} is still being made, or its first import was cut off: wait for it, or import again.</source>
        <translation>商品目录 {catalog} 还在建立中，或者第一次导入被中断了：请等它完成，或重新导入。</translation>
    </message>
    <message>
        <source>The catalog {catalog} was made by an older version: open it once with write permission to bring it up to date.</source>
        <translation>商品目录 {catalog} 由旧版本创建：请以写入权限打开一次，使其升级。</translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged: {detail}. Restore a backup.</source>
        <translation>商品目录文件已损坏：{detail}。请用备份恢复。</translation>
    </message>
    <message>
        <source>The change of price {amount} cannot be right.</source>
        <translation>价格变动 {amount} 不合理。</translation>
    </message>
    <message>
        <source>The check digit of the barcode {barcode} is wrong: read it again.</source>
        <translation>条码 {barcode} 的校验位不对，请重新读取。</translation>
    </message>
    <message>
        <source>The code is smaller than a till&apos;s scanner is sure to read ({count}): {skus}. Try one, or take a wider label.</source>
        <translation>条码太小，收银扫描器不一定能读（{count}）：{skus}。请先试一张，或换更宽的价签。</translation>
    </message>
    <message>
        <source>The code “{code}” looks like a date that a spreadsheet has made of it: compare it.</source>
        <translation>编号“{code}”看起来像是电子表格软件改成的日期：请核对。</translation>
    </message>
    <message>
        <source>The column of the {field} has decimal points and decimal commas: “{text}” may be {first} or {second}, and such numbers were left out. Choose the decimal sign.</source>
        <translation>“{field}”列既有小数点又有小数逗号：“{text}”可能是 {first}，也可能是 {second}，这样的数字未被读取。请选择小数点符号。</translation>
    </message>
    <message>
        <source>The dates are those of the shop&apos;s own computer and of the camera. Both clocks can be set. That the log was there at a certain time only a time stamp of somebody else shows: the file evidence.tsq is the request for one.</source>
        <translation>日期来自店铺自己的电脑和相机，两者的时钟都可以调。要证明日志在某个时间已经存在，只能靠他人的时间戳：文件 evidence.tsq 就是申请时间戳的请求。</translation>
    </message>
    <message>
        <source>The demo shop cannot be made in {folder} ({reason}).</source>
        <translation>无法在 {folder} 中创建演示店铺（{reason}）。</translation>
    </message>
    <message>
        <source>The disk does not read or write the catalog {catalog} properly: check the disk, or copy the shop to another one.</source>
        <translation>磁盘无法正常读写商品目录 {catalog}：请检查磁盘，或将店铺复制到另一块磁盘。</translation>
    </message>
    <message>
        <source>The disk is full: free some space, then do it again.</source>
        <translation>磁盘已满：请先腾出空间，然后再试一次。</translation>
    </message>
    <message>
        <source>The disk is full: free some space, then do it again. Nothing was half-written ({catalog}).</source>
        <translation>磁盘已满：请腾出空间后重做。没有留下写了一半的数据（{catalog}）。</translation>
    </message>
    <message>
        <source>The file does not tell its encoding: “{one}” if it is {first}, as it is read, “{other}” if it is {second}. Choose the encoding if the letters are wrong.</source>
        <translation>文件未注明编码：若是 {first}（当前读法）则为“{one}”，若是 {second} 则为“{other}”。如果文字不对，请选择编码。</translation>
    </message>
    <message>
        <source>The file {file} arrived damaged or changed: its hash is another. It was deleted.</source>
        <translation>文件 {file} 下载后已损坏或被改动：校验值不符。该文件已删除。</translation>
    </message>
    <message>
        <source>The file {file} cannot be checked: its name does not carry its hash.</source>
        <translation>无法校验文件 {file}：文件名中没有校验值。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}).</source>
        <translation>无法读取文件 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>The file {file} cannot be written ({reason}). Choose another place.</source>
        <translation>无法写入文件 {file}（{reason}）。请另选位置。</translation>
    </message>
    <message>
        <source>The file {file} does not say which network it is of. Say it: --architecture NAME, timm&apos;s name of the network or torchvision/resnet50.</source>
        <translation>文件 {file} 未说明属于哪个识别网络。请用 --architecture NAME 指明：timm 中的网络名，或 torchvision/resnet50。</translation>
    </message>
    <message>
        <source>The file {file} of a lesson is missing or damaged. Use another lesson.</source>
        <translation>某次学习的文件 {file} 缺失或已损坏。请选用另一次学习的结果。</translation>
    </message>
    <message>
        <source>The file {file} of a model is damaged: add the model again.</source>
        <translation>模型的文件 {file} 已损坏：请重新添加该模型。</translation>
    </message>
    <message>
        <source>The file {file} of the unfinished lesson is missing or damaged. Discard the lesson and start again.</source>
        <translation>未完成的学习的文件 {file} 缺失或已损坏。请放弃这次学习并重新开始。</translation>
    </message>
    <message>
        <source>The file {file} was not added: it holds numbers that are not finite.</source>
        <translation>文件 {file} 未添加：其中含有非有限的数值。</translation>
    </message>
    <message>
        <source>The file {file} was not added: it is larger than {size} GB.</source>
        <translation>文件 {file} 未添加：大于 {size} GB。</translation>
    </message>
    <message>
        <source>The file {file} was not added: {reason}.</source>
        <translation>文件 {file} 未添加：{reason}。</translation>
    </message>
    <message>
        <source>The finished demo shop {file} is missing or damaged. Install the program again; where it runs from its source, run the set-up (make setup) again.</source>
        <translation>现成的演示店铺 {file} 缺失或已损坏。请重新安装程序；若从源代码运行，请重新执行安装步骤（make setup）。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made or read ({reason}).</source>
        <translation>无法创建或读取文件夹 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}).</source>
        <translation>无法读取文件夹 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({reason}). Choose another one.</source>
        <translation>无法写入文件夹 {folder}（{reason}）。请选择另一个。</translation>
    </message>
    <message>
        <source>The folder {folder} holds other files. Choose an empty folder for the new shop.</source>
        <translation>文件夹 {folder} 中有其他文件。请为新店铺选择一个空文件夹。</translation>
    </message>
    <message>
        <source>The frames of “{name}” are too large: film in 4K or less.</source>
        <translation>“{name}”的画面过大：请以 4K 或更低分辨率拍摄。</translation>
    </message>
    <message>
        <source>The graphics card cannot be used: its driver is missing or too old. Install NVIDIA&apos;s current driver, or choose the processor in the settings.</source>
        <translation>无法使用显卡：驱动程序缺失或过旧。请安装 NVIDIA 的最新驱动，或在设置中选择处理器。</translation>
    </message>
    <message>
        <source>The heading was found in row {row}; what stands above it is not read.</source>
        <translation>表头位于第 {row} 行，其上方的内容不会读取。</translation>
    </message>
    <message>
        <source>The hub asks for a password, and none is known here. A till joins once more, with the same address and store and the password; “hub” commands ask at a terminal, or take PGPASSWORD.</source>
        <translation>中心库要求密码，而这里没有存密码。收银机：用同样的地址、门店和密码再加入一次；“hub”命令会在终端询问，也可使用 PGPASSWORD。</translation>
    </message>
    <message>
        <source>The hub can only be read at the moment; changes wait here.</source>
        <translation>中心库目前只读；改动先留在这里。</translation>
    </message>
    <message>
        <source>The hub cannot be reached: {reason}. A till that has joined tries again by itself, and loses nothing. If it stays so, look at this computer&apos;s network and at the hub&apos;s address, then ask whoever looks after the hub.</source>
        <translation>连接不到中心库：{reason}。已加入的收银机会自动重试，不会丢失任何内容。若一直如此，请检查本机网络和中心库地址，再询问中心库的管理人员。</translation>
    </message>
    <message>
        <source>The hub does not allow that to this name: {reason}. Use a manager&apos;s name or the owner&apos;s, or ask whoever looks after the hub.</source>
        <translation>中心库不允许这个账户这样做：{reason}。请使用经理或所有者的账户，或询问管理中心库的人。</translation>
    </message>
    <message>
        <source>The hub does not encrypt, so nothing was sent: {reason}. Switch encryption on there; only in a network that nobody else is in, say ?sslmode=disable in the address.</source>
        <translation>中心库不加密，所以什么都没有发送：{reason}。请在那里打开加密；只有在没有外人的网络里，才在地址中写 ?sslmode=disable。</translation>
    </message>
    <message>
        <source>The hub does not let this name in; it may have been locked out: {reason}. Ask whoever looks after the hub for a new name, leave without the hub (“leave --unsent”), and join under the new name.</source>
        <translation>中心库不让这个账户进入；它可能已被停用：{reason}。请向管理中心库的人要一个新账户，不通知中心库直接退出（“leave --unsent”），再用新账户加入。</translation>
    </message>
    <message>
        <source>The hub does not take changes of this store from this till: {reason}. Ask whoever looks after the hub; a till that is of another store now leaves, and joins as that.</source>
        <translation>中心库不接受这台收银机代表这个门店的改动：{reason}。请询问管理中心库的人；现在属于其他门店的收银机请先退出，再以那个门店加入。</translation>
    </message>
    <message>
        <source>The hub does not take this name and password: {reason}. A till whose password is another one by now joins once more, with the same address and store and the new password.</source>
        <translation>中心库不接受这个账户和密码：{reason}。密码已更换的收银机，请用同样的地址、门店和新密码再加入一次。</translation>
    </message>
    <message>
        <source>The hub has no connection left for this computer; it is tried again.</source>
        <translation>中心库没有空余的连接；稍后会再试。</translation>
    </message>
    <message>
        <source>The hub has no vectors of the network {fingerprint}.</source>
        <translation>中心库里没有网络 {fingerprint} 的向量。</translation>
    </message>
    <message>
        <source>The hub is busy with somebody else&apos;s changes; it is tried again.</source>
        <translation>中心库正忙于别处的改动；稍后会再试。</translation>
    </message>
    <message>
        <source>The hub is not the one that this shop knew: it was restored from an older backup, or another one took its place. Leave it and join again; all that is here stays.</source>
        <translation>中心库不是本店铺原来认识的：它由较旧的备份恢复而来，或被另一个取代。请退出后再加入；这里的一切都会留下。</translation>
    </message>
    <message>
        <source>The hub knows no {name}; “hub status” says whom it knows.</source>
        <translation>中心库不认识 {name}；“hub status”会列出它认识的账户。</translation>
    </message>
    <message>
        <source>The hub needs a newer version of this program: bring it up to date. Changes wait here until then.</source>
        <translation>中心库需要更新版本的本程序：请更新程序。在那之前，改动先留在这里。</translation>
    </message>
    <message>
        <source>The hub took too long and was stopped; it is tried again.</source>
        <translation>中心库用时过长，已被中止；稍后会再试。</translation>
    </message>
    <message>
        <source>The hub was made by an older version (step {version} of {newest}). Run “hub init” of this version on it first; changes wait here until then.</source>
        <translation>中心库是旧版本建的（第 {version} 步，共 {newest} 步）。请先用这个版本对它运行“hub init”；在那之前，改动先留在这里。</translation>
    </message>
    <message>
        <source>The hub was not told of {sku}: leave the hub and join it again.</source>
        <translation>中心库没有得知 {sku}：请退出中心库后重新加入。</translation>
    </message>
    <message>
        <source>The hub&apos;s address is not understood: {reason}. It looks like postgresql://name@computer/database.</source>
        <translation>看不懂中心库的地址：{reason}。它的样子是 postgresql://name@computer/database。</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate is not the one that this computer trusts, so nothing was sent: {reason}. Name the authority&apos;s certificate with ?sslrootcert=FILE in the address, or ask whoever looks after the hub.</source>
        <translation>中心库的证书不是这台电脑所信任的，所以什么都没有发送：{reason}。请在地址里用 ?sslrootcert=文件 指明签发机构的证书，或询问管理中心库的人。</translation>
    </message>
    <message>
        <source>The hub&apos;s database lacks pgvector (0.8 or newer). Install it there first.</source>
        <translation>中心库的数据库没有 pgvector（0.8 或更高版本）；请先在那里安装。</translation>
    </message>
    <message>
        <source>The hub&apos;s disk is full; changes wait here until it has room.</source>
        <translation>中心库的磁盘已满；有空间之前，改动先留在这里。</translation>
    </message>
    <message>
        <source>The hub&apos;s file {photo} is not the photo that was sent.</source>
        <translation>中心库的文件 {photo} 不是当初发送的照片。</translation>
    </message>
    <message>
        <source>The hub&apos;s password cannot be kept in {file}: {reason}.</source>
        <translation>无法把中心库的密码存到 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The hub&apos;s server has no pgvector; install it there (see the page for IT).</source>
        <translation>中心库的服务器上没有 pgvector；请在那里安装（见 IT 页）。</translation>
    </message>
    <message>
        <source>The hub&apos;s server is PostgreSQL {version}; 16 or later is needed.</source>
        <translation>中心库的服务器是 PostgreSQL {version}；需要 16 或更新的版本。</translation>
    </message>
    <message>
        <source>The index does not hold the photos that the catalog holds: repair the shop.</source>
        <translation>索引中的照片与商品目录不一致：请修复店铺。</translation>
    </message>
    <message>
        <source>The index file {file} is damaged: repair the shop.</source>
        <translation>索引文件 {file} 已损坏：请修复店铺。</translation>
    </message>
    <message>
        <source>The kept search picture {photo} is missing or damaged.</source>
        <translation>保留的查找图片 {photo} 缺失或已损坏。</translation>
    </message>
    <message>
        <source>The last searches cannot be kept ({reason}).</source>
        <translation>无法保留最近的查找（{reason}）。</translation>
    </message>
    <message>
        <source>The learned model {file} is missing or damaged. Use another lesson, or teach a new one.</source>
        <translation>已学习的模型 {file} 缺失或已损坏。请选用另一次学习的结果，或重新学习。</translation>
    </message>
    <message>
        <source>The least score is a number from 0 to 1.</source>
        <translation>最低分数须是 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The lesson could not be written to {folder} ({reason}).</source>
        <translation>无法将学习结果写入 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The lesson {other} was taught on the network of {version}. Remove that one first.</source>
        <translation>学习结果 {other} 建立在 {version} 的识别网络之上。请先删除那一个。</translation>
    </message>
    <message>
        <source>The lesson {version} cannot be used: {problem}</source>
        <translation>学习结果 {version} 无法使用：{problem}</translation>
    </message>
    <message>
        <source>The lesson {version} is in use. Use another one first.</source>
        <translation>学习结果 {version} 正在使用中。请先换用另一个。</translation>
    </message>
    <message>
        <source>The line names no product, or less than nothing of it.</source>
        <translation>这一行没有写商品，或数量小于零。</translation>
    </message>
    <message>
        <source>The log does not know this photo, so nothing shows since when the shop has it.</source>
        <translation>日志不认识这张照片，因此无法说明店铺从何时起拥有它。</translation>
    </message>
    <message>
        <source>The log of photos has no signature yet.</source>
        <translation>照片日志还没有签名。</translation>
    </message>
    <message>
        <source>The log of photos is damaged: call “evidence verify”.</source>
        <translation>照片日志已损坏：请运行“evidence verify”。</translation>
    </message>
    <message>
        <source>The log of photos is not as it was written</source>
        <translation>照片日志与写入时不同</translation>
    </message>
    <message>
        <source>The log of photos is signed with another key than the one in the shop&apos;s folder: it was restored from another shop, or somebody changed it.</source>
        <translation>照片日志的签名所用的密钥与店铺文件夹里的不同：它是从另一家店铺恢复的，或者被人改过。</translation>
    </message>
    <message>
        <source>The log of photos was changed: line {number} (photo {photo}, in the shop since {had}) is not as it was written.</source>
        <translation>照片日志被改过：第 {number} 行（照片 {photo}，自 {had} 起在店铺里）与写入时不同。</translation>
    </message>
    <message>
        <source>The log of photos was changed: line {number} is missing.</source>
        <translation>照片日志被改过：缺少第 {number} 行。</translation>
    </message>
    <message>
        <source>The log of photos was changed: line {number} is not the one that was stamped {stamped}.</source>
        <translation>照片日志被改过：第 {number} 行不是 {stamped} 盖过时间戳的那一行。</translation>
    </message>
    <message>
        <source>The log of photos was changed: the signature of {signed} under line {number} does not fit. The lines up to {fits} are as they were signed.</source>
        <translation>照片日志被改过：{signed} 在第 {number} 行下的签名不符。到第 {fits} 行为止与签名时一样。</translation>
    </message>
    <message>
        <source>The log of the shop&apos;s photos is not signed yet: import photos, or call “evidence log” once.</source>
        <translation>店铺的照片日志还没有签名：请导入照片，或运行一次“evidence log”。</translation>
    </message>
    <message>
        <source>The lower price ends before the poster&apos;s last day ({count}): {skus}.</source>
        <translation>优惠价在海报的最后一天之前结束（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>The model could not be downloaded ({reason}). Without a network, get the file {file} from somebody who has it, and add it: models add {file}</source>
        <translation>无法下载模型（{reason}）。没有网络时，请向有此文件的人索取 {file}，然后添加：models add {file}</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {reason}. Install the program again.</source>
        <translation>无法读取模型文件 {path}：{reason}。请重新安装程序。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged. Install the program again.</source>
        <translation>模型文件 {path} 已损坏。请重新安装程序。</translation>
    </message>
    <message>
        <source>The model file {path} is missing or damaged. Add the model again, or use another one.</source>
        <translation>模型文件 {path} 缺失或已损坏。请重新添加该模型，或改用其他模型。</translation>
    </message>
    <message>
        <source>The model in {folder} is damaged, or a newer version of the program added it. Add it again.</source>
        <translation>{folder} 中的模型已损坏，或由更新版本的程序添加。请重新添加。</translation>
    </message>
    <message>
        <source>The model was not added: making it was stopped, most likely for want of memory.</source>
        <translation>模型未添加：制作过程中断，很可能是内存不足。</translation>
    </message>
    <message>
        <source>The model was not added: reading it was stopped, most likely for want of memory.</source>
        <translation>模型未添加：读取过程中断，很可能是内存不足。</translation>
    </message>
    <message>
        <source>The model {name} could not be deleted ({reason}).</source>
        <translation>无法删除模型 {name}（{reason}）。</translation>
    </message>
    <message>
        <source>The model {name} could not be kept in {folder} ({reason}).</source>
        <translation>无法将模型 {name} 保存到 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The model {name} could not be prepared in {folder}: {reason}. Check that the disk has room and may be written to.</source>
        <translation>无法在 {folder} 中准备模型 {name}：{reason}。请确认磁盘有空间且可以写入。</translation>
    </message>
    <message>
        <source>The model {name} is in use. Use another one first.</source>
        <translation>模型 {name} 正在使用。请先换用其他模型。</translation>
    </message>
    <message>
        <source>The model {name} is missing or damaged, and the light program cannot make it again. Install the program again.</source>
        <translation>模型 {name} 缺失或已损坏，而精简版程序无法重新生成它。请重新安装程序。</translation>
    </message>
    <message>
        <source>The model {name} was measured and not added: {reason}.</source>
        <translation>模型 {name} 经测量未添加：{reason}。</translation>
    </message>
    <message>
        <source>The model {name} was not added: the processor&apos;s runtime does not answer as torch does.</source>
        <translation>模型 {name} 未添加：处理器上的运行结果与 torch 不一致。</translation>
    </message>
    <message>
        <source>The model&apos;s weights are missing: the package {package} is not installed. Install the program again.</source>
        <translation>缺少模型权重：未安装软件包 {package}。请重新安装程序。</translation>
    </message>
    <message>
        <source>The name {name} is taken; choose another.</source>
        <translation>账户名 {name} 已被占用；请另选一个。</translation>
    </message>
    <message>
        <source>The network that the lesson {version} was learned on is not there any more. Use another lesson, or teach a new one.</source>
        <translation>学习结果 {version} 所依据的识别网络已不存在。请使用其他学习结果，或重新学习一次。</translation>
    </message>
    <message>
        <source>The network {name} cannot be trained. Use another backbone first.</source>
        <translation>识别网络 {name} 无法训练。请先换用其他主干网络。</translation>
    </message>
    <message>
        <source>The part that phones speak to ended again and again. Switch it off and on.</source>
        <translation>供手机访问的部分反复退出，请关闭后再打开。</translation>
    </message>
    <message>
        <source>The path {path} is too long ({length} characters): move it to a folder with a shorter path.</source>
        <translation>路径 {path} 太长（{length} 个字符）：请移到路径较短的文件夹。</translation>
    </message>
    <message>
        <source>The photo is blurred.</source>
        <translation>照片模糊。</translation>
    </message>
    <message>
        <source>The photo is dark.</source>
        <translation>照片太暗。</translation>
    </message>
    <message>
        <source>The photo is enlarged {times} times for this format and looks soft.</source>
        <translation>照片为此格式放大了 {times} 倍，看起来会发虚。</translation>
    </message>
    <message>
        <source>The photo is small: {width} × {height} pixels.</source>
        <translation>照片太小：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>The photo lies on its side.</source>
        <translation>照片横放了。</translation>
    </message>
    <message>
        <source>The photo stands on its head.</source>
        <translation>照片倒放了。</translation>
    </message>
    <message>
        <source>The photo {photo} of {product} is missing: import it again, remove it from the product, or restore a backup.</source>
        <translation>{product} 的照片 {photo} 缺失：请重新导入，或从该商品中移除，或用备份恢复。</translation>
    </message>
    <message>
        <source>The photo {photo} of {product} was changed or damaged: import it again, remove it from the product, or restore a backup.</source>
        <translation>{product} 的照片 {photo} 被改动或已损坏：请重新导入，或从该商品中移除，或用备份恢复。</translation>
    </message>
    <message>
        <source>The photo {photo}, missing before, is there again.</source>
        <translation>先前缺失的照片 {photo} 已重新出现。</translation>
    </message>
    <message>
        <source>The photos count as catalog photos. If they were taken in the shop, say so when you import.</source>
        <translation>这些照片按商品目录照片处理。如果是在店内拍摄的，请在导入时说明。</translation>
    </message>
    <message>
        <source>The photos were taken by a camera or phone and count as taken in the shop. If they are catalog photos, say so when you import.</source>
        <translation>这些照片由相机或手机拍摄，按店内拍摄处理。如果是商品目录照片，请在导入时说明。</translation>
    </message>
    <message>
        <source>The picture found</source>
        <translation>发现的图片</translation>
    </message>
    <message>
        <source>The picture “{name}” is not there. Check its place and try again.</source>
        <translation>图片“{name}”不存在。请检查其位置后重试。</translation>
    </message>
    <message>
        <source>The pictures within the column “{column}” were passed over: save them as files and name these.</source>
        <translation>已略过“{column}”列里的图片：请把图片存成文件，再写上文件名。</translation>
    </message>
    <message>
        <source>The policy of this computer lets no shop speak to a hub: ask your IT.</source>
        <translation>这台电脑的策略不允许店铺连接中心库：请询问您的 IT。</translation>
    </message>
    <message>
        <source>The policy {file} cannot be read and has no effect: {reason}.</source>
        <translation>无法读取策略文件 {file}，它不起作用：{reason}。</translation>
    </message>
    <message>
        <source>The policy {file} is not understood at {name}: this part has no effect.</source>
        <translation>策略文件 {file} 中的 {name} 无法理解：该部分不起作用。</translation>
    </message>
    <message>
        <source>The price “{price}” cannot be right: correct it.</source>
        <translation>价格“{price}”不可能正确，请更正。</translation>
    </message>
    <message>
        <source>The price “{price}” has more decimals than its currency: it is rounded to {rounded}.</source>
        <translation>价格“{price}”的小数位数多于其货币：已四舍五入为 {rounded}。</translation>
    </message>
    <message>
        <source>The price “{price}” has more decimals than its currency: round it.</source>
        <translation>价格“{price}”的小数位数超出其货币单位，请取整。</translation>
    </message>
    <message>
        <source>The print is that of “{name}”, which is never sold here.</source>
        <translation>包装印刷与“{name}”相同，本店绝不出售它。</translation>
    </message>
    <message>
        <source>The printer does not take the pages: look whether it is on.</source>
        <translation>打印机不接收页面：请看它是否开着。</translation>
    </message>
    <message>
        <source>The printer stopped after {count} pages: look what it says.</source>
        <translation>打印机在 {count} 页后停下：请看它显示什么。</translation>
    </message>
    <message>
        <source>The process that learns stopped unexpectedly. What it learned is kept: resume the lesson. If it happens again, close other programs to free memory.</source>
        <translation>学习进程意外停止。已学到的内容都已保留：请继续这次学习。如果再次发生，请关闭其他程序以释放内存。</translation>
    </message>
    <message>
        <source>The process that reads pictures stopped twice. Close other programs to free memory, then try again; if it happens again, choose the processor instead of the graphics card.</source>
        <translation>识别图片的进程两次意外停止。请关闭其他程序以释放内存，然后重试；若再次发生，请改用处理器而不是显卡。</translation>
    </message>
    <message>
        <source>The product has no number: it goes by its barcode.</source>
        <translation>该商品没有编号：以条码作为编号。</translation>
    </message>
    <message>
        <source>The product has no photo.</source>
        <translation>商品没有照片。</translation>
    </message>
    <message>
        <source>The product is called “{title}”: “{word}” is never sold here.</source>
        <translation>商品名称是“{title}”：本店绝不出售“{word}”。</translation>
    </message>
    <message>
        <source>The product touches the edge of the photo.</source>
        <translation>商品碰到照片边缘。</translation>
    </message>
    <message>
        <source>The product touches the edge of the photo: a part of it may be missing.</source>
        <translation>商品碰到照片边缘：可能缺少一部分。</translation>
    </message>
    <message>
        <source>The product {before} has other options now: it goes on as {after}.</source>
        <translation>商品 {before} 的选项变了：现在作为 {after} 继续。</translation>
    </message>
    <message>
        <source>The product {sku} has two readings of its {field}: the catalog says “{catalog}”, the search index “{index}”. Enter the right one again, or restore a backup.</source>
        <translation>商品 {sku} 的 {field} 有两种内容：商品目录中为“{catalog}”，查找索引中为“{index}”。请重新输入正确的内容，或用备份恢复。</translation>
    </message>
    <message>
        <source>The product {sku} is not found by its barcode, or by another&apos;s.</source>
        <translation>商品 {sku} 无法用它的条码找到，或会被别的条码找到。</translation>
    </message>
    <message>
        <source>The product&apos;s category, brand or tags say “{word}”, which is never sold here.</source>
        <translation>商品的类别、品牌或标签中有“{word}”，本店绝不出售它。</translation>
    </message>
    <message>
        <source>The products that are mixed up most</source>
        <translation>最易混淆的商品</translation>
    </message>
    <message>
        <source>The quantity {quantity} cannot be right: correct it.</source>
        <translation>数量 {quantity} 不可能正确：请更正。</translation>
    </message>
    <message>
        <source>The quantity {quantity} has more than three decimals: round it.</source>
        <translation>数量 {quantity} 的小数超过三位：请四舍五入。</translation>
    </message>
    <message>
        <source>The report could not be written to {folder} ({reason}).</source>
        <translation>无法将报告写入 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The report is not as it was signed.</source>
        <translation>报告与签名时不同。</translation>
    </message>
    <message>
        <source>The row names no photo.</source>
        <translation>该行没有写明照片。</translation>
    </message>
    <message>
        <source>The row names no product.</source>
        <translation>该行没有写明商品。</translation>
    </message>
    <message>
        <source>The row was left out, for its SKU is lost. {reason}</source>
        <translation>该行已跳过，因为其编号（SKU）已丢失。{reason}</translation>
    </message>
    <message>
        <source>The row was left out: a cell is too long, or a quotation mark in it is never closed; correct it.</source>
        <translation>该行已跳过：某个单元格过长，或其中的引号没有闭合；请更正。</translation>
    </message>
    <message>
        <source>The row was left out: it has no SKU; give the product a number or code.</source>
        <translation>该行已跳过：没有编号（SKU）；请为商品填写编号。</translation>
    </message>
    <message>
        <source>The row was left out: it has no receipt&apos;s number.</source>
        <translation>该行被略过：没有小票号。</translation>
    </message>
    <message>
        <source>The row was left out: it has {cells} cells, the heading {columns}; correct its separators.</source>
        <translation>该行已跳过：有 {cells} 个单元格，而表头有 {columns} 列；请更正分隔符。</translation>
    </message>
    <message>
        <source>The row was left out: it holds nothing but “{text}”, as the heading of a section does.</source>
        <translation>该行已跳过：除“{text}”外没有内容，像是分组的名称。</translation>
    </message>
    <message>
        <source>The row was left out: it is the sum of those above.</source>
        <translation>该行已跳过：它是上方各行的合计。</translation>
    </message>
    <message>
        <source>The row was left out: it names no product.</source>
        <translation>该行被略过：没有写明商品。</translation>
    </message>
    <message>
        <source>The row was left out: it says no quantity.</source>
        <translation>该行被略过：没有写明数量。</translation>
    </message>
    <message>
        <source>The row was left out: it says what its columns are for, as templates do.</source>
        <translation>该行已跳过：它像模板那样说明各列的用途。</translation>
    </message>
    <message>
        <source>The row was left out: row {row} has the SKU {sku} already; give each product its own.</source>
        <translation>该行已跳过：第 {row} 行已使用编号 {sku}；请为每种商品设定唯一的编号。</translation>
    </message>
    <message>
        <source>The sale ends before it begins: correct its days.</source>
        <translation>促销结束早于开始：请改正日期。</translation>
    </message>
    <message>
        <source>The sale price was left out: “{day}” is no day; write 2026-06-30.</source>
        <translation>促销价已略去：“{day}”不是日期；请写成 2026-06-30。</translation>
    </message>
    <message>
        <source>The sale price {sale} was left out: it is above the price {price}.</source>
        <translation>促销价 {sale} 已略去：它高于价格 {price}。</translation>
    </message>
    <message>
        <source>The same days 52 weeks before ({since} to {until}) brought in {money}; now it is {times} times as much (95 %: {low} to {high}).</source>
        <translation>52 周前的相同日子（{since} 至 {until}）收入为 {money}；现在是其 {times} 倍（95 %：{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>The same days 52 weeks before ({since} to {until}) brought in {money}; now it is {times} times as much, no clear difference (95 %: {low} to {high}).</source>
        <translation>52 周前的相同日子（{since} 至 {until}）收入为 {money}；现在是其 {times} 倍，没有明显差别（95 %：{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>The same words are read on both.</source>
        <translation>两者包装上读到的文字相同。</translation>
    </message>
    <message>
        <source>The search index could not be written to {folder} ({reason}). Free some space on that disk and make sure that the folder may be written to. Searching works meanwhile.</source>
        <translation>无法将查找索引写入 {folder}（{reason}）。请在该磁盘上腾出空间，并确认文件夹可写。其间仍可正常查找。</translation>
    </message>
    <message>
        <source>The second was shown where the first was meant.</source>
        <translation>要找的是前者，显示的却是后者。</translation>
    </message>
    <message>
        <source>The sheet {sheet} has {labels} labels: begin at one of these.</source>
        <translation>价签纸 {sheet} 有 {labels} 个价签：请从其中一个开始。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is read. Not read: {others}.</source>
        <translation>读取的是工作表“{sheet}”。未读取：{others}。</translation>
    </message>
    <message>
        <source>The shop could not be brought to {target} ({reason}): it is where it was.</source>
        <translation>无法把店铺移到 {target}（{reason}）：店铺还在原处。</translation>
    </message>
    <message>
        <source>The shop could not be restored ({reason}): check the disk&apos;s space and your rights.</source>
        <translation>无法恢复店铺（{reason}），请检查磁盘空间和您的权限。</translation>
    </message>
    <message>
        <source>The shop had it first, and no other shows more ({width} × {height} pixels).</source>
        <translation>店里最早有它，别的也不比它清楚（{width} × {height} 像素）。</translation>
    </message>
    <message>
        <source>The shop has no photos taken at the counter that the lesson has not learned from. Add some to see what the lesson changes.</source>
        <translation>店铺里没有这次学习没用过的店内照片。添加一些，就能看到学习改变了什么。</translation>
    </message>
    <message>
        <source>The shop has no photos to measure the network on.</source>
        <translation>店铺没有可供测量的照片。</translation>
    </message>
    <message>
        <source>The shop is not open. Wait a moment and try again.</source>
        <translation>店铺尚未打开。请稍候再试。</translation>
    </message>
    <message>
        <source>The shop is searched by another model since then. Search with the picture again.</source>
        <translation>此后店铺已改用其他模型查找。请用图片重新查找。</translation>
    </message>
    <message>
        <source>The shop {folder} can only be read: the folder cannot be written to.</source>
        <translation>店铺 {folder} 只能读取：该文件夹不可写入。</translation>
    </message>
    <message>
        <source>The shop {folder} cannot be opened ({reason}): check your rights and the disk.</source>
        <translation>无法打开店铺 {folder}（{reason}）：请检查您的权限和磁盘。</translation>
    </message>
    <message>
        <source>The shop {folder} is being restored. Wait until that has ended, or open it once where its folder can be written to.</source>
        <translation>店铺 {folder} 正在恢复。请等它结束，或者在可以写入其文件夹的地方打开一次。</translation>
    </message>
    <message>
        <source>The shop {folder} is half restored ({reason}). Make room, check your rights and close other programs: opening the shop finishes it.</source>
        <translation>店铺 {folder} 只恢复了一半（{reason}）。请腾出空间、检查权限并关闭其他程序：打开店铺就会完成恢复。</translation>
    </message>
    <message>
        <source>The shop {folder} is in use (process {process}) or cannot be written to.</source>
        <translation>店铺 {folder} 正被占用（进程 {process}）或不可写入。</translation>
    </message>
    <message>
        <source>The shop {folder} is in use by another program. Close it and try again.</source>
        <translation>店铺 {folder} 正被另一个程序使用。请关闭它再试。</translation>
    </message>
    <message>
        <source>The shop {folder} is not changed, because {link} is a link that leads elsewhere, or no plain file. Put what it leads to in its place.</source>
        <translation>不会更改店铺 {folder}，因为 {link} 是指向别处的链接，或者不是普通文件。请把它所指的内容放到原处。</translation>
    </message>
    <message>
        <source>The shop “{shop}” is no longer in {place}. Was it moved or renamed, or is its drive not connected?</source>
        <translation>店铺“{shop}”已不在 {place}。是被移动或改名了，还是所在的硬盘没有连接？</translation>
    </message>
    <message>
        <source>The shop&apos;s folder {folder} has gone: moved, removed, replaced, or its disk was taken out. Nothing more is written. Bring it back and try again, or open the shop where it is now.</source>
        <translation>店铺的文件夹 {folder} 不见了：被移动、删除或替换，或者磁盘已被取出。不会再写入任何内容。请把它放回原处再试，或者在它现在的位置打开店铺。</translation>
    </message>
    <message>
        <source>The shop&apos;s key {file} cannot be read: new photos are not signed.</source>
        <translation>店铺的密钥 {file} 无法读取：新照片不会被签名。</translation>
    </message>
    <message>
        <source>The shop&apos;s key {file} cannot be used: bring it back from where you keep a copy of it, or delete it, and the shop makes itself another.</source>
        <translation>店铺的密钥 {file} 无法使用：请从保存副本的地方取回它；或者删除它，店铺会另做一个。</translation>
    </message>
    <message>
        <source>The signature shows that nobody without the shop&apos;s key has changed the log or this report since. Whoever has the key could write them anew. Whose key it is must be known from elsewhere, by its fingerprint.</source>
        <translation>签名说明：没有店铺密钥的人此后没有改动过日志和这份报告。持有密钥的人可以重新写出它们。密钥属于谁，要通过其指纹从别处得知。</translation>
    </message>
    <message>
        <source>The signature under the log of photos does not fit.</source>
        <translation>照片日志的签名不符。</translation>
    </message>
    <message>
        <source>The small network&apos;s training was stopped.</source>
        <translation>小型网络的训练中断了。</translation>
    </message>
    <message>
        <source>The stock movement {id} was undone already: reload the list.</source>
        <translation>库存变动 {id} 已撤销，请刷新列表。</translation>
    </message>
    <message>
        <source>The stock of {sku} says {stock}, its movements sum up to {total}.</source>
        <translation>{sku} 的库存为 {stock}，而各次变动合计为 {total}。</translation>
    </message>
    <message>
        <source>The stock {stock} has more than three decimals: it is rounded to {rounded}.</source>
        <translation>库存 {stock} 的小数超过三位：已四舍五入为 {rounded}。</translation>
    </message>
    <message>
        <source>The stock {stock} {told} was left out: the product is counted in {unit}.</source>
        <translation>库存 {stock} {told} 已略去：该商品以 {unit} 计量。</translation>
    </message>
    <message>
        <source>The stores have labelled too little to learn from: it takes two or more products with two or more photos each.</source>
        <translation>各门店标注得太少，学不了：至少需要两种商品，每种至少两张照片。</translation>
    </message>
    <message>
        <source>The stores&apos; prices differ: {price} is taken; {others} kept as further facts.</source>
        <translation>各门店价格不同：采用 {price}；{others} 保留为其他信息。</translation>
    </message>
    <message>
        <source>The table could not be written to {file} ({reason}).</source>
        <translation>无法将表格写入 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>The table has no column “{column}”: its columns are {columns}.</source>
        <translation>表格中没有“{column}”列，现有的列为：{columns}。</translation>
    </message>
    <message>
        <source>The table names more than {most} photos: split it into several tables.</source>
        <translation>该表格列出的照片超过 {most} 张，请拆分成几个表格。</translation>
    </message>
    <message>
        <source>The tag “{tag}” holds a comma, semicolon or bar: those separate tags in tables.</source>
        <translation>标签“{tag}”含有逗号、分号或竖线：这些符号在表格中用于分隔标签。</translation>
    </message>
    <message>
        <source>The tag “{tag}” holds a sign that is not seen: type it again.</source>
        <translation>标签“{tag}”含有看不见的字符：请重新输入。</translation>
    </message>
    <message>
        <source>The tag “{tag}…” is too long: use at most {most} characters.</source>
        <translation>标签“{tag}…”过长：最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>The text index does not agree with the products.</source>
        <translation>文字索引与商品不一致。</translation>
    </message>
    <message>
        <source>The text index of {catalog} is damaged: check the shop and have it repaired.</source>
        <translation>{catalog} 的文字索引已损坏：请检查店铺并进行修复。</translation>
    </message>
    <message>
        <source>The text is read in the encoding {encoding}, like “{word}”.</source>
        <translation>文字按编码 {encoding} 读取，例如“{word}”。</translation>
    </message>
    <message>
        <source>The time ends before it begins ({since} to {until}).</source>
        <translation>结束日期早于开始日期（{since} 至 {until}）。</translation>
    </message>
    <message>
        <source>The time must lie between the years {first} and {last}.</source>
        <translation>时间须在 {first} 年至 {last} 年之间。</translation>
    </message>
    <message>
        <source>The time stamp answers another request.</source>
        <translation>这个时间戳回答的是另一个请求。</translation>
    </message>
    <message>
        <source>The time stamp is not signed as one must be: ask the authority again, or another one.</source>
        <translation>这个时间戳的签名不合要求：请再向该机构申请，或换一家机构。</translation>
    </message>
    <message>
        <source>The time stamp is over something else than the request asks for.</source>
        <translation>这个时间戳所盖的内容与请求的不同。</translation>
    </message>
    <message>
        <source>The time stamp is over something else than this shop&apos;s log of photos. One over a report stays beside it.</source>
        <translation>这个时间戳所盖的不是本店的照片日志。报告的时间戳请放在报告旁边。</translation>
    </message>
    <message>
        <source>The time zone “{zone}” is not known here: such times are read as this computer&apos;s, or as --zone says.</source>
        <translation>这里不认识时区“{zone}”：这些时间按本机时区或 --zone 指定的时区读取。</translation>
    </message>
    <message>
        <source>The title is shortened ({count}): {skus}.</source>
        <translation>名称被截短（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>The title is shortened on the label ({count}): {skus}.</source>
        <translation>价签上的名称被缩短（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>The value of a formula is not in the file: open the table in the spreadsheet program and save it again.</source>
        <translation>文件中没有公式的计算结果：请在电子表格软件中打开并重新保存。</translation>
    </message>
    <message>
        <source>The vector of the unlabelled photo {photo} is damaged: repair the shop.</source>
        <translation>未标注照片 {photo} 的特征向量已损坏：请修复店铺。</translation>
    </message>
    <message>
        <source>The weights in {file} do not fit the network {architecture}. Say which one they were made for: --architecture NAME</source>
        <translation>{file} 中的权重与网络 {architecture} 不符。请指明它所属的网络：--architecture NAME</translation>
    </message>
    <message>
        <source>The worst confusions</source>
        <translation>最严重的混淆</translation>
    </message>
    <message>
        <source>The {days} days after those brought in {times} times as much as they did (95 %: {low} to {high}); that is one year&apos;s, and no promise.</source>
        <translation>其后的 {days} 天收入为那些日子的 {times} 倍（95 %：{low} 至 {high}）；这只是一年的情况，并不保证。</translation>
    </message>
    <message>
        <source>The {days} days after those brought in {times} times as much as they did, no clear difference (95 %: {low} to {high}).</source>
        <translation>其后的 {days} 天收入为那些日子的 {times} 倍，没有明显差别（95 %：{low} 至 {high}）。</translation>
    </message>
    <message>
        <source>Their photos look alike and agree in {points} points of print.</source>
        <translation>两者的照片相似，印刷图案有 {points} 处吻合。</translation>
    </message>
    <message>
        <source>There are no pictures and no films in {folder}.</source>
        <translation>{folder} 中没有图片，也没有视频。</translation>
    </message>
    <message>
        <source>There are no pictures in {folder}.</source>
        <translation>{folder} 中没有图片。</translation>
    </message>
    <message>
        <source>There are no pictures in {folder}. Choose a folder with JPEG, PNG or WebP files.</source>
        <translation>{folder} 中没有图片。请选择含有 JPEG、PNG 或 WebP 文件的文件夹。</translation>
    </message>
    <message>
        <source>There are no pictures, films, PDFs or saved pages in {folder}.</source>
        <translation>{folder} 里没有图片、视频、PDF 或保存的网页。</translation>
    </message>
    <message>
        <source>There are no receipts: nothing is said of what sells.</source>
        <translation>没有小票：无法说明什么好卖。</translation>
    </message>
    <message>
        <source>There are too few photos taken in the shop to tell what eight bits lose: {count}. It takes {least} or more.</source>
        <translation>店内拍摄的照片太少，无法判断八位版本的损失：{count} 张。至少需要 {least} 张。</translation>
    </message>
    <message>
        <source>There are too few photos to compare the lesson on. Add photos of more products.</source>
        <translation>照片太少，无法比较学习结果。请为更多商品添加照片。</translation>
    </message>
    <message>
        <source>There are too few photos to examine the lesson on: {count}. It takes {least} or more.</source>
        <translation>可用于检验学习结果的照片太少：只有 {count} 张，至少需要 {least} 张。</translation>
    </message>
    <message>
        <source>There are too few weeks of receipts to say how good the forecast for orders is.</source>
        <translation>小票的周数太少，还说不出订货预测有多准。</translation>
    </message>
    <message>
        <source>There are vectors of a model that is gone ({model}).</source>
        <translation>存在已移除的模型（{model}）的特征向量。</translation>
    </message>
    <message>
        <source>There are {count} pictures of goods never sold already: remove some first.</source>
        <translation>绝不出售的商品图片已有 {count} 张：请先移除一些。</translation>
    </message>
    <message>
        <source>There are {count} words of goods never sold already: remove some first.</source>
        <translation>绝不出售的商品词已有 {count} 个：请先移除一些。</translation>
    </message>
    <message>
        <source>There are {count}; the first {most} can be chosen from.</source>
        <translation>共有 {count} 种，可从前 {most} 种中选择。</translation>
    </message>
    <message>
        <source>There are {count}; the first {most} stand on it. For others, name or select them yourself.</source>
        <translation>共有 {count} 种；上面是前 {most} 种。要其他商品，请自己写明或选中。</translation>
    </message>
    <message>
        <source>There is a model called {name} already. Give the new one another name.</source>
        <translation>已有名为 {name} 的模型。请为新模型另取名称。</translation>
    </message>
    <message>
        <source>There is a part of a piece of {product} in stock: correct its stock first.</source>
        <translation>{product} 的库存不是整件：请先更正其库存。</translation>
    </message>
    <message>
        <source>There is a tag “{tag}” already: choose another name, or merge the two.</source>
        <translation>标签“{tag}”已存在：请换一个名称，或将两者合并。</translation>
    </message>
    <message>
        <source>There is an unfinished deep lesson. Resume it, or discard it first.</source>
        <translation>有一次未完成的深度学习。请继续它，或先将其放弃。</translation>
    </message>
    <message>
        <source>There is much border around the product.</source>
        <translation>商品四周留白太多。</translation>
    </message>
    <message>
        <source>There is no catalog at {catalog}: choose a shop&apos;s folder.</source>
        <translation>{catalog} 处没有商品目录，请选择店铺文件夹。</translation>
    </message>
    <message>
        <source>There is no condition “{name}”. There are: {names}.</source>
        <translation>没有“{name}”这个条件。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no field “{field}”: the fields are {fields}.</source>
        <translation>没有“{field}”字段，可用的字段为：{fields}。</translation>
    </message>
    <message>
        <source>There is no file {file}: check the path.</source>
        <translation>没有文件 {file}，请检查路径。</translation>
    </message>
    <message>
        <source>There is no list of words in “{language}”: there are {languages}.</source>
        <translation>没有“{language}”的词表：现有 {languages}。</translation>
    </message>
    <message>
        <source>There is no model called {name}. Choose one of: {names}.</source>
        <translation>没有名为 {name} 的模型。请选择：{names}。</translation>
    </message>
    <message>
        <source>There is no network called {name} that can make vectors of pictures. Give timm&apos;s name of it (such as convnext_tiny), or torchvision/resnet50.</source>
        <translation>没有名为 {name} 且能提取图片特征的网络。请给出它在 timm 中的名称（例如 convnext_tiny），或 torchvision/resnet50。</translation>
    </message>
    <message>
        <source>There is no photo format “{name}”. There are: {names}.</source>
        <translation>没有名为“{name}”的照片格式。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no photo {id} in this shop: reload the list.</source>
        <translation>本店没有照片 {id}，请刷新列表。</translation>
    </message>
    <message>
        <source>There is no photo {photo}: check the path.</source>
        <translation>没有照片 {photo}，请检查路径。</translation>
    </message>
    <message>
        <source>There is no picture in what was given. Try another one.</source>
        <translation>所给内容中没有图片。请换一张试试。</translation>
    </message>
    <message>
        <source>There is no pipeline called {name}. There are: {names}.</source>
        <translation>没有名为 {name} 的方案。可选：{names}。</translation>
    </message>
    <message>
        <source>There is no poster “{name}”. There are: {names}.</source>
        <translation>没有海报“{name}”。有：{names}。</translation>
    </message>
    <message>
        <source>There is no product with the SKU “{sku}” in this shop.</source>
        <translation>本店没有编号为“{sku}”的商品。</translation>
    </message>
    <message>
        <source>There is no product {id} in this shop: reload the list.</source>
        <translation>本店没有商品 {id}，请刷新列表。</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”: the workbook has {sheets}.</source>
        <translation>没有工作表“{sheet}”：该工作簿有 {sheets}。</translation>
    </message>
    <message>
        <source>There is no shop in {folder}. Import a table or a folder of pictures into it first.</source>
        <translation>{folder} 中没有店铺。请先向其中导入表格或图片文件夹。</translation>
    </message>
    <message>
        <source>There is no size “{name}”. There are: {names}.</source>
        <translation>没有尺寸“{name}”。有：{names}。</translation>
    </message>
    <message>
        <source>There is no stock movement {id}: reload the list.</source>
        <translation>没有库存变动 {id}，请刷新列表。</translation>
    </message>
    <message>
        <source>There is no such change of tags: reload the list.</source>
        <translation>没有这次标签更改，请刷新列表。</translation>
    </message>
    <message>
        <source>There is no such database on the hub&apos;s server: {reason}. Look at the end of the address.</source>
        <translation>中心库的服务器上没有这个数据库：{reason}。请检查地址的末尾。</translation>
    </message>
    <message>
        <source>There is no such product now.</source>
        <translation>现在没有这样的商品。</translation>
    </message>
    <message>
        <source>There is no unfinished deep lesson. Start a new one.</source>
        <translation>没有未完成的深度学习。请开始新的一次。</translation>
    </message>
    <message>
        <source>There is not enough memory to open “{name}”. Save it smaller and try again.</source>
        <translation>内存不足，无法打开“{name}”。请将其缩小保存后重试。</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>没有可打印的内容。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is something in {folder} already. Choose another name.</source>
        <translation>{folder} 中已有内容，请换个名称。</translation>
    </message>
    <message>
        <source>There is something in {target} already. Choose another folder.</source>
        <translation>{target} 里已经有内容。请选择另一个文件夹。</translation>
    </message>
    <message>
        <source>There is too little to learn from: it takes two or more products with two or more photos each, or catalog pictures to make photos of.</source>
        <translation>可供学习的内容太少：至少需要两种商品，每种两张以上照片，或有可用于生成照片的目录图片。</translation>
    </message>
    <message>
        <source>These are more than {count} labels: print fewer at a time.</source>
        <translation>价签超过 {count} 个：请分几次打印。</translation>
    </message>
    <message>
        <source>These are more than {count} products: choose fewer for cards or a poster.</source>
        <translation>商品超过 {count} 种：做卡片或海报请少选一些。</translation>
    </message>
    <message>
        <source>These columns were not understood and are kept as further facts: {columns}.</source>
        <translation>这些列未能识别，将作为附加信息保留：{columns}。</translation>
    </message>
    <message>
        <source>These products have no photos yet: they are found by text and barcode alone. Give them photos: in the catalog to one product, on the page Learning a folder to many.</source>
        <translation>这些商品还没有照片，只能按文字和条码查找。可以在目录中为单种商品添加照片，或在“学习”页用文件夹一次为多种商品添加。</translation>
    </message>
    <message>
        <source>This cannot be taken back here: import it again, or merge again.</source>
        <translation>这里无法改回：请重新导入，或重新合并。</translation>
    </message>
    <message>
        <source>This change is not listed any more: reload the list.</source>
        <translation>这项改动已不在列表中：请刷新列表。</translation>
    </message>
    <message>
        <source>This computer is in no local network. Connect it, and phones can be let in.</source>
        <translation>这台电脑没有连接本地网络。连接后即可接入手机。</translation>
    </message>
    <message>
        <source>This count has ended: begin a new one.</source>
        <translation>这次盘点已结束：请重新开始。</translation>
    </message>
    <message>
        <source>This count is no longer there: begin a new one.</source>
        <translation>这次盘点已不存在：请重新开始。</translation>
    </message>
    <message>
        <source>This database is no hub of Snapshelf; make it one with “hub init”.</source>
        <translation>这个数据库不是 Snapshelf 的中心库；请用“hub init”把它建成中心库。</translation>
    </message>
    <message>
        <source>This is no answer of a time stamp authority.</source>
        <translation>这不是时间戳机构的答复。</translation>
    </message>
    <message>
        <source>This is the light program. Deep lessons and the graphics card come with the full one: install it in its place; shops and settings stay as they are.</source>
        <translation>这是精简版程序。深度学习和显卡支持只包含在完整版中：请改装完整版，店铺和设置都会保持原样。</translation>
    </message>
    <message>
        <source>This looks like “{name}”, which is never sold here.</source>
        <translation>这看起来像“{name}”，本店绝不出售它。</translation>
    </message>
    <message>
        <source>This may be a firearm.</source>
        <translation>这可能是枪支。</translation>
    </message>
    <message>
        <source>This may be beer or wine.</source>
        <translation>这可能是啤酒或葡萄酒。</translation>
    </message>
    <message>
        <source>This may show nudity.</source>
        <translation>可能含有裸露内容。</translation>
    </message>
    <message>
        <source>This name is too long for a folder: choose a shorter one.</source>
        <translation>这个名称作为文件夹名太长，请换个短一些的。</translation>
    </message>
    <message>
        <source>This network does not answer with one vector a picture; it was not added.</source>
        <translation>此识别网络不能为每张图片给出一个特征向量，因此未添加。</translation>
    </message>
    <message>
        <source>This phone was put out at the computer.</source>
        <translation>这部手机已在电脑上被移除。</translation>
    </message>
    <message>
        <source>This photo could not be looked at by the program. Look at it yourself.</source>
        <translation>程序无法查看这张照片，请您亲自查看。</translation>
    </message>
    <message>
        <source>This photo is no longer in the shop: reload the list.</source>
        <translation>这张照片已不在店铺中：请重新载入列表。</translation>
    </message>
    <message>
        <source>This product has no photo yet that could be compared. Add one first.</source>
        <translation>此商品还没有可比较的照片。请先添加一张。</translation>
    </message>
    <message>
        <source>This product is no longer in the shop. Search again.</source>
        <translation>该商品已不在店中。请重新查找。</translation>
    </message>
    <message>
        <source>This shop has joined a hub already, as {store}: leave that first.</source>
        <translation>本店已作为“{store}”加入了一个中心库：请先退出它。</translation>
    </message>
    <message>
        <source>This shop has joined no hub: join one first.</source>
        <translation>本店没有加入任何中心库：请先加入一个。</translation>
    </message>
    <message>
        <source>This shop has no lesson {version}. It has: {versions}.</source>
        <translation>本店没有学习结果 {version}。现有：{versions}。</translation>
    </message>
    <message>
        <source>This shop keeps no numbers of customers: switch it on in the settings, Privacy.</source>
        <translation>本店不保留顾客编号：请在设置的“隐私”中开启。</translation>
    </message>
    <message>
        <source>This shop was given no model called {name}.</source>
        <translation>本店没有添加过名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>This shop was given no model called {name}. It was given: {names}.</source>
        <translation>此店铺没有添加过名为 {name} 的模型。已添加：{names}。</translation>
    </message>
    <message>
        <source>This till&apos;s name was locked out of the hub. Ask whoever looks after the hub for a new name, leave without the hub (“leave --unsent”), and join under the new name.</source>
        <translation>这台收银机的账户已被中心库停用。请向管理中心库的人要一个新账户，不通知中心库直接退出（“leave --unsent”），再用新账户加入。</translation>
    </message>
    <message>
        <source>This was decided already: reload the list.</source>
        <translation>这一件已经处理过：请刷新列表。</translation>
    </message>
    <message>
        <source>This was undone already: reload the list.</source>
        <translation>此操作已撤销，请刷新列表。</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Time a photo</source>
        <translation>每张照片用时</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Top 1</source>
        <translation>首位</translation>
    </message>
    <message>
        <source>Top 5</source>
        <translation>前 5 位</translation>
    </message>
    <message>
        <source>Training the network</source>
        <translation>正在训练识别网络</translation>
    </message>
    <message>
        <source>Transparent, for any ground</source>
        <translation>透明，适合任何背景</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Unlabelled photos that were not looked at yet: {count}. Repair the shop.</source>
        <translation>尚未识别的未标注照片：{count} 张。请修复店铺。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Verifying the backup</source>
        <translation>正在校验备份</translation>
    </message>
    <message>
        <source>Was sold out</source>
        <translation>曾经断货</translation>
    </message>
    <message>
        <source>Watching films</source>
        <translation>正在观看视频</translation>
    </message>
    <message>
        <source>Watching the film</source>
        <translation>正在看视频</translation>
    </message>
    <message>
        <source>Ways to recognise the products of {shop}</source>
        <translation>识别 {shop} 商品的各种方案</translation>
    </message>
    <message>
        <source>We don&apos;t sell that</source>
        <translation>本店不卖</translation>
    </message>
    <message>
        <source>Weapons, beer and wine are not looked for: the network {name} was taught other things, or its list of classes is missing.</source>
        <translation>不查找武器、啤酒和葡萄酒：网络 {name} 学的是别的内容，或缺少它的类别表。</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Weighing what the network sees</source>
        <translation>正在评估图文网络的作用</translation>
    </message>
    <message>
        <source>What came in on a day, month by month</source>
        <translation>各月每天的收入</translation>
    </message>
    <message>
        <source>What came in, day by day</source>
        <translation>每日收入</translation>
    </message>
    <message>
        <source>What comes in on a day of the week</source>
        <translation>一周各天的收入</translation>
    </message>
    <message>
        <source>What is known of the kept search picture {photo} is damaged.</source>
        <translation>保留的查找图片 {photo} 的特征向量已损坏。</translation>
    </message>
    <message>
        <source>What likeness, print and words on labels count follows from {count} confirmed searches now: on those that were held out, what was right is between {low} and {high} per cent more probable.</source>
        <translation>相似度、印刷图案和标签文字各占多少分量，现在由 {count} 次经确认的查找得出：在留作检验的查找中，正确答案的概率提高了 {low}% 到 {high}%。</translation>
    </message>
    <message>
        <source>What likeness, print and words on labels count stays as it was: {count} confirmed searches do not show beyond doubt that anything else is better.</source>
        <translation>相似度、印刷图案和标签文字的分量保持不变：{count} 次经确认的查找还不能确凿证明其他分量更好。</translation>
    </message>
    <message>
        <source>What moderation tells of {kind} is set for this computer by its administrator.</source>
        <translation>对 {kind} 的报告由这台电脑的管理员设定。</translation>
    </message>
    <message>
        <source>What reads pictures on the processor cannot be loaded: {reason}. Install the program again; if that does not help, install the full program.</source>
        <translation>无法加载在处理器上识别图片的组件：{reason}。请重新安装程序；若仍无效，请安装完整版。</translation>
    </message>
    <message>
        <source>What sold</source>
        <translation>卖出的商品</translation>
    </message>
    <message>
        <source>What this does not prove</source>
        <translation>本报告不能证明什么</translation>
    </message>
    <message>
        <source>What to order</source>
        <translation>该订什么</translation>
    </message>
    <message>
        <source>What was claimed, and what was so</source>
        <translation>判断与事实</translation>
    </message>
    <message>
        <source>What was done to our photo</source>
        <translation>对本店照片所做的改动</translation>
    </message>
    <message>
        <source>What was put on it, here or after a search in vain.</source>
        <translation>在这里或没找到之后列入的商品。</translation>
    </message>
    <message>
        <source>What was searched most often comes first.</source>
        <translation>查找次数最多的排在最前面。</translation>
    </message>
    <message>
        <source>What would have been sold on these days at the pace of the others: an estimate.</source>
        <translation>若按其他日子的速度，这些天本可卖出的数量：估计值。</translation>
    </message>
    <message>
        <source>Where nine of ten known products are let through, {share} of the unknown are.</source>
        <translation>放行九成已知商品时，{share} 的未知商品也会被放行。</translation>
    </message>
    <message>
        <source>Where the picture stood, since when, and who put it there, is not recorded. Keep the page&apos;s address, its source and a witness.</source>
        <translation>图片出现在哪里、从何时起、由谁放上去，这里没有记录。请保存网页的地址、其源文件，并请人见证。</translation>
    </message>
    <message>
        <source>Which column is the SKU? The table has {columns}: say so with --map sku=COLUMN.</source>
        <translation>哪一列是编号（SKU）？表格中有：{columns}。请用 --map sku=列名 指明。</translation>
    </message>
    <message>
        <source>Which column is the {field} of each receipt? The table has {columns}: say so with --map {field}=COLUMN.</source>
        <translation>哪一列是每张小票的 {field}？表格有 {columns}：请用 --map {field}=列名 指明。</translation>
    </message>
    <message>
        <source>Which lesson is in use was lost; it was {name}. Choose one again.</source>
        <translation>正在使用哪个学习结果的记录已丢失；原先是 {name}。请重新选择。</translation>
    </message>
    <message>
        <source>Whoever asks for it is not counted among those who found nothing.</source>
        <translation>再有人来问，也不算作没找到。</translation>
    </message>
    <message>
        <source>With faces, which were blurred later</source>
        <translation>后来才模糊人脸的原照片</translation>
    </message>
    <message>
        <source>Without a barcode, their number is printed as one ({count}): {skus}.</source>
        <translation>没有条码，印的是编号的条码（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Without a picture that customers may be shown ({count}): {skus}.</source>
        <translation>没有可以给顾客看的图片（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Without a price ({count}): {skus}.</source>
        <translation>没有价格（{count}）：{skus}。</translation>
    </message>
    <message>
        <source>Words on packages are not read: the file {file} is missing or damaged. Install the program again.</source>
        <translation>无法识读包装上的文字：文件 {file} 缺失或已损坏。请重新安装本程序。</translation>
    </message>
    <message>
        <source>Words that may not stand on it: {words} Change them, or say that they are meant.</source>
        <translation>上面不可出现的词：{words} 请修改，或说明这是有意的。</translation>
    </message>
    <message>
        <source>Worse: of 100 photos, between {low} and {high} fewer come out right. It was examined on {count} photos that it did not learn from.</source>
        <translation>更差：每 100 张照片中，少认对 {low} 到 {high} 张。用它没学过的 {count} 张照片检验。</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Would help</source>
        <translation>怎样改善</translation>
    </message>
    <message>
        <source>Write a word of one letter to {most}, or a few words in a row.</source>
        <translation>请写一个 1 到 {most} 个字的词，或连续的几个词。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>among the first five</source>
        <translation>在前五位中</translation>
    </message>
    <message>
        <source>among the first ten</source>
        <translation>在前十位中</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>archived is yes, no or any, not “{value}”.</source>
        <translation>archived 只能是 yes、no 或 any，不能是“{value}”。</translation>
    </message>
    <message>
        <source>bought together in {together} of {receipts} receipts with “{title}”</source>
        <translation>在“{title}”的 {receipts} 张小票中有 {together} 张一起购买</translation>
    </message>
    <message>
        <source>colours taken away</source>
        <translation>去掉了颜色</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>covered or changed in {percent}% of it</source>
        <translation>其中 {percent}% 被遮盖或改动</translation>
    </message>
    <message>
        <source>cut to {percent}% of it</source>
        <translation>裁剪到原图的 {percent}%</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>first is right</source>
        <translation>首位正确</translation>
    </message>
    <message>
        <source>first is right (accuracy)</source>
        <translation>首位正确（准确率）</translation>
    </message>
    <message>
        <source>first is wrong</source>
        <translation>首位错误</translation>
    </message>
    <message>
        <source>fits “{words}”</source>
        <translation>符合“{words}”</translation>
    </message>
    <message>
        <source>give a lesson</source>
        <translation>上一课</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>is right</source>
        <translation>实际正确</translation>
    </message>
    <message>
        <source>it asks to run code, which a file of numbers never needs. Do not use it; ask its maker for a safetensors file</source>
        <translation>它要求运行代码，而存放数值的文件绝不需要这样做。请勿使用，并向制作者索取 safetensors 文件</translation>
    </message>
    <message>
        <source>it holds no parameters of a network</source>
        <translation>其中没有网络参数</translation>
    </message>
    <message>
        <source>it is damaged or no file of weights</source>
        <translation>文件已损坏，或不是权重文件</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>它不是一个 JSON 对象</translation>
    </message>
    <message>
        <source>it is not faster on this computer: {int8:.1f} against {exact:.1f} milliseconds a picture</source>
        <translation>在本机上并不更快：每张图片 {int8:.1f} 毫秒，原来为 {exact:.1f} 毫秒</translation>
    </message>
    <message>
        <source>it loses {loss:.1f} points of top-1 on {count} held-out photos</source>
        <translation>在 {count} 张检验照片上首位正确率下降 {loss:.1f} 个百分点</translation>
    </message>
    <message>
        <source>it would unfold into many times its size</source>
        <translation>解开后会膨胀到原大小的许多倍</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>known products let through</source>
        <translation>被放行的已知商品</translation>
    </message>
    <message>
        <source>light and dark exchanged</source>
        <translation>明暗反转</translation>
    </message>
    <message>
        <source>line {number}: {digest}</source>
        <translation>第 {number} 行：{digest}</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>looks like it</source>
        <translation>看起来相似</translation>
    </message>
    <message>
        <source>looks like it, of the same category</source>
        <translation>看起来相似，同一类别</translation>
    </message>
    <message>
        <source>looks like it, of the same category, on {receipts} receipts</source>
        <translation>看起来相似，同一类别，出现在 {receipts} 张小票上</translation>
    </message>
    <message>
        <source>made</source>
        <translation>已建为商品</translation>
    </message>
    <message>
        <source>made darker</source>
        <translation>调暗</translation>
    </message>
    <message>
        <source>made lighter</source>
        <translation>调亮</translation>
    </message>
    <message>
        <source>match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>mean reciprocal rank</source>
        <translation>平均倒数排名</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>milliseconds a photo</source>
        <translation>每张照片毫秒数</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>ms a photo</source>
        <translation>毫秒/张</translation>
    </message>
    <message>
        <source>network</source>
        <translation>识别网络</translation>
    </message>
    <message>
        <source>no receipt tells what goes with “{title}”: it is of the same category</source>
        <translation>没有小票说明什么与“{title}”搭配：它属于同一类别</translation>
    </message>
    <message>
        <source>no receipt tells what goes with “{title}”: it is of the same category and like it</source>
        <translation>没有小票说明什么与“{title}”搭配：它属于同一类别且相似</translation>
    </message>
    <message>
        <source>none: it came from a camera or another program</source>
        <translation>无：它来自摄像头或其他程序</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>not in the shop</source>
        <translation>店里没有</translation>
    </message>
    <message>
        <source>not sold</source>
        <translation>本店不卖</translation>
    </message>
    <message>
        <source>not told by the file</source>
        <translation>文件中没有</translation>
    </message>
    <message>
        <source>nothing that can be seen</source>
        <translation>看不出改动</translation>
    </message>
    <message>
        <source>often bought: on {receipts} of {total} receipts</source>
        <translation>常买：{total} 张小票中有 {receipts} 张买了它</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>已列入清单</translation>
    </message>
    <message>
        <source>on the photo</source>
        <translation>照片上的商品</translation>
    </message>
    <message>
        <source>photograph both again, or move them apart</source>
        <translation>两者都重新拍照，或分开摆放</translation>
    </message>
    <message>
        <source>photograph it at the counter</source>
        <translation>在柜台给它拍照</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>photos whose product is there</source>
        <translation>商品在其中的照片</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>product unknown</source>
        <translation>未知商品</translation>
    </message>
    <message>
        <source>put into a picture of which it fills {percent}%</source>
        <translation>放进了另一张图片，占其中 {percent}%</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>resized to {percent}%</source>
        <translation>缩放到 {percent}%</translation>
    </message>
    <message>
        <source>search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>seen at a slant</source>
        <translation>斜着看到</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>正确比例</translation>
    </message>
    <message>
        <source>signed {signed} up to line {number}</source>
        <translation>{signed} 签名至第 {number} 行</translation>
    </message>
    <message>
        <source>since {since}, SHA-256 {photo}, line {number}: {digest}</source>
        <translation>自 {since} 起，SHA-256 {photo}，第 {number} 行：{digest}</translation>
    </message>
    <message>
        <source>something ended it</source>
        <translation>被外部终止</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>superlatives that market places in China add to those of the law</source>
        <translation>中国电商平台在法律之外列出的极限词</translation>
    </message>
    <message>
        <source>the file is missing or damaged in the shop, so it is not shown</source>
        <translation>店铺里的文件缺失或损坏，因此无法显示</translation>
    </message>
    <message>
        <source>the label says {words}</source>
        <translation>标签上写着{words}</translation>
    </message>
    <message>
        <source>the photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>the same print</source>
        <translation>印刷图案相同</translation>
    </message>
    <message>
        <source>the same writing as on its photos</source>
        <translation>文字与其照片上的相同</translation>
    </message>
    <message>
        <source>the shop&apos;s own list</source>
        <translation>本店词表</translation>
    </message>
    <message>
        <source>turned by {degrees}°</source>
        <translation>旋转 {degrees}°</translation>
    </message>
    <message>
        <source>unknown products let through</source>
        <translation>被放行的未知商品</translation>
    </message>
    <message>
        <source>unknown: the file is gone or cannot be read</source>
        <translation>未知：文件已不在或无法读取</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>was answered</source>
        <translation>被识别为</translation>
    </message>
    <message>
        <source>what was written cannot be read back</source>
        <translation>写入的内容无法读回</translation>
    </message>
    <message>
        <source>{backup} is damaged or no backup of this program: choose another one.</source>
        <translation>{backup} 已损坏，或不是本程序的备份，请另选一个。</translation>
    </message>
    <message>
        <source>{backup} is not a backup of a catalog: choose another file.</source>
        <translation>{backup} 不是商品目录的备份，请另选文件。</translation>
    </message>
    <message>
        <source>{before} before</source>
        <translation>上期 {before}</translation>
    </message>
    <message>
        <source>{catalog} holds instructions that are not of this program ({name}) and is not opened: restore a backup of your own.</source>
        <translation>{catalog} 含有不属于本程序的指令（{name}），因此不予打开：请恢复您自己的备份。</translation>
    </message>
    <message>
        <source>{catalog} is not a catalog of this program: choose a shop&apos;s folder.</source>
        <translation>{catalog} 不是本程序的商品目录，请选择店铺文件夹。</translation>
    </message>
    <message>
        <source>{catalog} says that a newer version of this program made it, and holds what this one does not know ({name}): update the program. If there is no newer one, restore a backup of your own.</source>
        <translation>{catalog} 称由更新版本的程序创建，并含有本版本不认识的内容（{name}）：请更新程序。如果没有更新的版本，请恢复您自己的备份。</translation>
    </message>
    <message>
        <source>{count} further copies stand in evidence.json, without pictures.</source>
        <translation>另有 {count} 张图片列在 evidence.json 中，不附图片。</translation>
    </message>
    <message>
        <source>{count} more are in {file}.</source>
        <translation>另有 {count} 行在 {file} 中。</translation>
    </message>
    <message>
        <source>{count} of {photos} photos · confidence {confidence} · right one in place {place}</source>
        <translation>{photos} 张照片中的 {count} 张 · 置信度 {confidence} · 正确商品排第 {place} 位</translation>
    </message>
    <message>
        <source>{count} pictures were not saved with the page and are not looked at.</source>
        <translation>有 {count} 张图片没有随网页一起保存，未查看。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>无法读取 {file}（{reason}）。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): check the path and your rights.</source>
        <translation>无法读取 {file}（{reason}），请检查路径和您的权限。</translation>
    </message>
    <message>
        <source>{file} cannot be read beyond page {page}: the rest is left out.</source>
        <translation>{file} 第 {page} 页之后无法读取：其余部分已略过。</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}): check the disk&apos;s space and your rights.</source>
        <translation>无法写入 {file}（{reason}），请检查磁盘空间和您的权限。</translation>
    </message>
    <message>
        <source>{file} has more than {count} pages: the rest is left out.</source>
        <translation>{file} 超过 {count} 页：其余部分已略过。</translation>
    </message>
    <message>
        <source>{file} has more than {count} pictures: the rest is left out.</source>
        <translation>{file} 里的图片超过 {count} 张：其余的略过。</translation>
    </message>
    <message>
        <source>{file} has more than {most} cells: split it into several tables.</source>
        <translation>{file} 的单元格超过 {most} 个，请拆分成几个表格。</translation>
    </message>
    <message>
        <source>{file} has more than {most} columns: leave some out.</source>
        <translation>{file} 超过 {most} 列，请删去一些。</translation>
    </message>
    <message>
        <source>{file} has more than {most} rows: split it into several tables.</source>
        <translation>{file} 超过 {most} 行，请拆分为几张表格。</translation>
    </message>
    <message>
        <source>{file} has no heading: a cell of its first row has {length} characters. Is it a table?</source>
        <translation>{file} 没有表头：第一行有一格长达 {length} 个字符。这是表格吗？</translation>
    </message>
    <message>
        <source>{file} is JSON, for programs: export the products as CSV or XLSX, then import that.</source>
        <translation>{file} 是供程序使用的 JSON：请把商品导出为 CSV 或 XLSX，再导入。</translation>
    </message>
    <message>
        <source>{file} is a Numbers document: export it as XLSX or CSV, then import that.</source>
        <translation>{file} 是 Numbers 文稿：请导出为 XLSX 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file} is a PDF document: ask for the table as CSV or XLSX, then import that.</source>
        <translation>{file} 是 PDF 文档：请索取 CSV 或 XLSX 格式的表格，再导入。</translation>
    </message>
    <message>
        <source>{file} is a PDF, which this program cannot read: save its pages as pictures.</source>
        <translation>{file} 是 PDF，本程序无法读取：请把页面另存为图片。</translation>
    </message>
    <message>
        <source>{file} is a backup of a shop: bring it back with restore.</source>
        <translation>{file} 是店铺的备份：请用 restore 恢复。</translation>
    </message>
    <message>
        <source>{file} is a binary workbook: save it as XLSX, then import that.</source>
        <translation>{file} 是二进制工作簿：请另存为 XLSX，再导入。</translation>
    </message>
    <message>
        <source>{file} is a database: export its products as CSV or XLSX, then import that.</source>
        <translation>{file} 是数据库：请把其中的商品导出为 CSV 或 XLSX，再导入。</translation>
    </message>
    <message>
        <source>{file} is a folder, a device or a pipe: choose a file.</source>
        <translation>{file} 是文件夹、设备或管道：请选择一个文件。</translation>
    </message>
    <message>
        <source>{file} is a packed archive: unpack it, then import the table in it.</source>
        <translation>{file} 是压缩包：请先解压，再导入其中的表格。</translation>
    </message>
    <message>
        <source>{file} is a picture: to import pictures, choose the folder that they are in.</source>
        <translation>{file} 是图片：要导入图片，请选择图片所在的文件夹。</translation>
    </message>
    <message>
        <source>{file} is a text document: copy its table into a spreadsheet and save it as XLSX.</source>
        <translation>{file} 是文本文档：请把其中的表格复制到电子表格，另存为 XLSX。</translation>
    </message>
    <message>
        <source>{file} is a web page: open it in a spreadsheet program, save it as XLSX or CSV, then import that.</source>
        <translation>{file} 是网页：请用电子表格程序打开，另存为 XLSX 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file} is an XML file: open it in a spreadsheet program, save it as XLSX or CSV, then import that.</source>
        <translation>{file} 是 XML 文件：请用电子表格程序打开，另存为 XLSX 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file} is damaged or no workbook: export it again as XLSX or CSV, then import that.</source>
        <translation>{file} 已损坏或不是工作簿：请重新导出为 XLSX 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file} is empty: a table needs a heading and rows.</source>
        <translation>{file} 是空的：表格需要有表头和数据行。</translation>
    </message>
    <message>
        <source>{file} is in the old Excel format: save it as XLSX or CSV, then import that.</source>
        <translation>{file} 是旧版 Excel 格式：请另存为 XLSX 或 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, more than any page.</source>
        <translation>{file} 超过 {limit} MB，不像一个网页。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB: save it in parts.</source>
        <translation>{file} 大于 {limit} MB：请分成几部分保存。</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB: split it into several tables.</source>
        <translation>{file} 超过 {most} MB，请拆分为几张表格。</translation>
    </message>
    <message>
        <source>{file} is locked by a password: save it without one.</source>
        <translation>{file} 有密码保护：请另存为不带密码的文件。</translation>
    </message>
    <message>
        <source>{file} is no PDF that can be read, or damaged: get it again.</source>
        <translation>{file} 不是可读取的 PDF，或已损坏：请重新获取。</translation>
    </message>
    <message>
        <source>{file} is no plain file: choose another name.</source>
        <translation>{file} 不是普通文件：请另选名称。</translation>
    </message>
    <message>
        <source>{file} is no report of this program, or it is damaged: choose its folder.</source>
        <translation>{file} 不是本程序的报告，或已损坏：请选择报告所在的文件夹。</translation>
    </message>
    <message>
        <source>{file} is no request for a time stamp of this program: choose the .tsq file.</source>
        <translation>{file} 不是本程序的时间戳请求：请选择 .tsq 文件。</translation>
    </message>
    <message>
        <source>{file} is no table of text: export it as CSV or XLSX, then import that.</source>
        <translation>{file} 不是文本表格：请导出为 CSV 或 XLSX，再导入。</translation>
    </message>
    <message>
        <source>{file} is no text–picture network that can be used: {reason}. The documentation for IT says what such a file holds.</source>
        <translation>{file} 不是可用的图文网络：{reason}。IT 文档说明了这样的文件应包含什么。</translation>
    </message>
    <message>
        <source>{file} is none of this program&apos;s files; it is left alone.</source>
        <translation>{file} 不是本程序的文件，未作改动。</translation>
    </message>
    <message>
        <source>{file} is not in the encoding {encoding}: choose another one.</source>
        <translation>{file} 的编码不是 {encoding}：请选择其他编码。</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed.</source>
        <translation>{file} 不是当初签名的那个文件。</translation>
    </message>
    <message>
        <source>{file} is protected by a password: save it without one, then import that.</source>
        <translation>{file} 有密码保护：请另存为没有密码的文件，再导入。</translation>
    </message>
    <message>
        <source>{file} is there already and was left as it is.</source>
        <translation>{file} 已经存在，没有改动。</translation>
    </message>
    <message>
        <source>{file} is there already, and it is something else: choose another name. (On the command line --replace replaces it.)</source>
        <translation>{file} 已经存在，而且是别的内容：请另选名称。（在命令行中可用 --replace 替换它。）</translation>
    </message>
    <message>
        <source>{file} is too large for a time stamp: choose another file.</source>
        <translation>{file} 太大，不可能是时间戳：请选择其他文件。</translation>
    </message>
    <message>
        <source>{file} leads nowhere: choose another name.</source>
        <translation>{file} 没有指向任何地方：请另选名称。</translation>
    </message>
    <message>
        <source>{file} lies inside the shop {shop}: choose a place outside of it.</source>
        <translation>{file} 位于店铺 {shop} 之内：请选择店铺之外的位置。</translation>
    </message>
    <message>
        <source>{file} needs the columns “sku” and “photo”; it has {columns}.</source>
        <translation>{file} 需要有“sku”和“photo”两列；现有的列为：{columns}。</translation>
    </message>
    <message>
        <source>{file} unpacks to more than any real table: export it as CSV, then import that.</source>
        <translation>{file} 解压后大得不像正常的表格：请导出为 CSV，再导入。</translation>
    </message>
    <message>
        <source>{file}, at {seconds} s</source>
        <translation>{file}，第 {seconds} 秒</translation>
    </message>
    <message>
        <source>{folder} is no folder: choose another name.</source>
        <translation>{folder} 不是文件夹：请另选名称。</translation>
    </message>
    <message>
        <source>{gone} has other options now and was archived; the table has {now}.</source>
        <translation>{gone} 的选项变了，已归档；表格里现在是 {now}。</translation>
    </message>
    <message>
        <source>{most} signs can be read there, and these are {signs}: write less.</source>
        <translation>这里最多能看清 {most} 个字符，现在有 {signs} 个：请写短些。</translation>
    </message>
    <message>
        <source>{name} is a till of the store {own}, not of {store}: join as {own}, or ask for a name of {store} (“hub let-in”).</source>
        <translation>{name} 是门店 {own} 的收银机，不属于 {store}：请以 {own} 加入，或要一个 {store} 的账户（“hub let-in”）。</translation>
    </message>
    <message>
        <source>{name} is no till&apos;s name at the hub. Whoever looks after the hub makes one: “hub let-in”.</source>
        <translation>{name} 不是中心库里收银机的账户。管理中心库的人可用“hub let-in”建一个。</translation>
    </message>
    <message>
        <source>{name} needs a column of quantities, and one of numbers, barcodes or titles. Its columns are {columns}.</source>
        <translation>{name} 需要一列数量，以及一列编号、条码或名称。它的列有 {columns}。</translation>
    </message>
    <message>
        <source>{percent} percent cannot be right: enter −100 to 1000.</source>
        <translation>{percent}% 不合理：请输入 −100 到 1000。</translation>
    </message>
    <message>
        <source>{percent}% of the part that both have</source>
        <translation>两者共有部分的 {percent}%</translation>
    </message>
    <message>
        <source>{photos} photos · {model} · {measure} · {date}</source>
        <translation>{photos} 张照片 · {model} · {measure} · {date}</translation>
    </message>
    <message>
        <source>{photos} photos · {pipelines} pipelines · {date}</source>
        <translation>{photos} 张照片 · {pipelines} 种方案 · {date}</translation>
    </message>
    <message>
        <source>{photo} cannot be read: check the path and your rights.</source>
        <translation>无法读取 {photo}，请检查路径和您的权限。</translation>
    </message>
    <message>
        <source>{photo} is no path: correct it.</source>
        <translation>{photo} 不是路径，请更正。</translation>
    </message>
    <message>
        <source>{photo} leaves the table&apos;s folder: write its absolute path if it is meant.</source>
        <translation>{photo} 不在表格所在的文件夹内：如确需使用，请写绝对路径。</translation>
    </message>
    <message>
        <source>{photo} was not fetched: this program is offline. Save it and name the file.</source>
        <translation>未下载 {photo}：本程序离线工作。请先保存图片，再写明文件。</translation>
    </message>
    <message>
        <source>{problem} Until then the shop is searched without what it has learned.</source>
        <translation>{problem} 在此之前，店铺的查找不使用已学到的内容。</translation>
    </message>
    <message>
        <source>{quantity} cannot be booked: the product is counted in whole pieces. Give it a unit, such as kg, or enter a whole number.</source>
        <translation>无法登记 {quantity}：该商品按整件计数。请为它设置单位（例如 kg），或输入整数。</translation>
    </message>
    <message>
        <source>{shop}, {since} to {until}</source>
        <translation>{shop}，{since} 至 {until}</translation>
    </message>
    <message>
        <source>{since}, added by hand</source>
        <translation>{since}，手动添加</translation>
    </message>
    <message>
        <source>{since}, as the catalog said when the line was written, on {logged}</source>
        <translation>{since}，这是 {logged} 补记这一行时商品目录所说的</translation>
    </message>
    <message>
        <source>{since}, by an import</source>
        <translation>{since}，通过导入</translation>
    </message>
    <message>
        <source>{sku} was merged into {kept}, which another row is about: the row was left out.</source>
        <translation>{sku} 已合并到 {kept}，而后者另有一行：此行未导入。</translation>
    </message>
    <message>
        <source>{sku} was merged into {kept}: the row went to that product.</source>
        <translation>{sku} 已合并到 {kept}：此行归入该商品。</translation>
    </message>
    <message>
        <source>{wrong} photos were answered with a wrong product, {pairs} products were taken for others. The most frequent first, the surest of its photos shown.</source>
        <translation>{wrong} 张照片被认成错误的商品，{pairs} 种商品被认成其他商品。最常见的在前，每种显示最有把握的一张。</translation>
    </message>
    <message>
        <source>“{answer}” is neither yes nor no.</source>
        <translation>“{answer}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“{assignment}” says no column: write {example}, for instance.</source>
        <translation>“{assignment}”没有写明列：例如写 {example}。</translation>
    </message>
    <message>
        <source>“{barcode}” is no barcode and was left out.</source>
        <translation>“{barcode}”不是条码，已略去。</translation>
    </message>
    <message>
        <source>“{cell}…” is too long for a workbook: export to .csv instead.</source>
        <translation>“{cell}…”超出工作簿单元格的长度，请改为导出 .csv。</translation>
    </message>
    <message>
        <source>“{column}” is too long: only its first {most} characters were read.</source>
        <translation>“{column}”太长：只读取了前 {most} 个字符。</translation>
    </message>
    <message>
        <source>“{condition}” asks for what is not so: only =, &lt;, &lt;=, &gt; and &gt;= are understood.</source>
        <translation>“{condition}”要求“不是……”：只支持 =、&lt;、&lt;=、&gt; 和 &gt;=。</translation>
    </message>
    <message>
        <source>“{condition}” is no condition: write category=Juice, price&lt;20 or stock&gt;0.</source>
        <translation>“{condition}”不是条件：请写成例如 category=Juice、price&lt;20 或 stock&gt;0。</translation>
    </message>
    <message>
        <source>“{currency}” is no currency: write its three letters, like EUR.</source>
        <translation>“{currency}”不是货币：请写三个字母的代码，例如 CNY。</translation>
    </message>
    <message>
        <source>“{day}” is no day and time: write 2026-06-30 14:05.</source>
        <translation>“{day}”不是日期和时间：请写成 2026-06-30 14:05。</translation>
    </message>
    <message>
        <source>“{day}” is no day: write 2026-06-30.</source>
        <translation>“{day}”不是日期：请写成 2026-06-30。</translation>
    </message>
    <message>
        <source>“{day}” is no day: write it like 2026-12-24.</source>
        <translation>“{day}”不是日期：请写成 2026-12-24 这样。</translation>
    </message>
    <message>
        <source>“{error}” is the error of a formula: correct it in the spreadsheet.</source>
        <translation>“{error}”是公式的错误：请在表格中更正。</translation>
    </message>
    <message>
        <source>“{file}” ends in no kind of table: end it in .csv, .tsv or .xlsx.</source>
        <translation>“{file}”不是表格的扩展名：请以 .csv、.tsv 或 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>“{format}” is no format of a scale&apos;s label: write its 13 digits like 21PPPPPWW.WWWX, with P for the product&apos;s number, W for its weight, M for its price, X for the check digit.</source>
        <translation>“{format}”不是电子秤标签的格式：请像 21PPPPPWW.WWWX 这样写出它的 13 位数字，P 为商品编号，W 为重量，M 为价格，X 为校验位。</translation>
    </message>
    <message>
        <source>“{name}” can only be equal to something: write {name}=…</source>
        <translation>“{name}”只能用等号：请写成 {name}=…</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}). Check its permissions and the disk.</source>
        <translation>无法读取“{name}”（{reason}）。请检查其权限和磁盘。</translation>
    </message>
    <message>
        <source>“{name}” has only {width}×{height} pixels. Use a picture of at least {least}×{least}.</source>
        <translation>“{name}”只有 {width}×{height} 像素。请使用至少 {least}×{least} 像素的图片。</translation>
    </message>
    <message>
        <source>“{name}” has {width}×{height} pixels, more than can be opened safely. Save it smaller and try again.</source>
        <translation>“{name}”有 {width}×{height} 像素，超出可安全打开的大小。请将其缩小保存后重试。</translation>
    </message>
    <message>
        <source>“{name}” is a file of the kind {kind}, which cannot be opened. Save it as JPEG.</source>
        <translation>“{name}”是 {kind} 类型的文件，无法打开。请另存为 JPEG。</translation>
    </message>
    <message>
        <source>“{name}” is a film, which this program cannot read: take single photos instead.</source>
        <translation>“{name}”是视频，本程序无法读取：请改为拍摄单张照片。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Choose a picture file.</source>
        <translation>“{name}”是文件夹。请选择图片文件。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or cut off. Copy it again or take a new picture.</source>
        <translation>“{name}”已损坏或不完整。请重新复制，或另拍一张。</translation>
    </message>
    <message>
        <source>“{name}” is empty. Copy it again or take a new picture.</source>
        <translation>“{name}”是空文件。请重新复制，或另拍一张。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} GB: film in shorter pieces.</source>
        <translation>“{name}”大于 {limit} GB：请分段拍摄。</translation>
    </message>
    <message>
        <source>“{name}” is larger than {limit} MB. Save the picture smaller and try again.</source>
        <translation>“{name}”超过 {limit} MB。请将图片缩小保存后重试。</translation>
    </message>
    <message>
        <source>“{name}” is longer than {limit} minutes: film in shorter pieces.</source>
        <translation>“{name}”超过 {limit} 分钟：请分段拍摄。</translation>
    </message>
    <message>
        <source>“{name}” is made of {scans} layers and cannot be opened safely. Save it again as JPEG.</source>
        <translation>“{name}”由 {scans} 层组成，无法安全打开。请将其另存为 JPEG。</translation>
    </message>
    <message>
        <source>“{name}” is no film that can be read, or damaged: copy it again or film again.</source>
        <translation>“{name}”不是可读取的视频，或已损坏：请重新复制或重新拍摄。</translation>
    </message>
    <message>
        <source>“{name}” is no photo of this shop.</source>
        <translation>“{name}”不是这家店铺的照片。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be opened. Use JPEG, PNG, WebP, HEIC or TIFF.</source>
        <translation>“{name}”不是能打开的图片。请使用 JPEG、PNG、WebP、HEIC 或 TIFF。</translation>
    </message>
    <message>
        <source>“{name}” is not built as pictures are and cannot be opened safely. Save it again.</source>
        <translation>“{name}”的结构与正常图片不同，无法安全打开。请重新保存后再试。</translation>
    </message>
    <message>
        <source>“{number}” may be two numbers, with decimals or with thousands: it was left out.</source>
        <translation>“{number}”可能有两种读法（小数或千位分隔）：未读取。</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are counted in different units: change one first.</source>
        <translation>“{one}”和“{other}”的计量单位不同：请先更改其中一种。</translation>
    </message>
    <message>
        <source>“{price}” is no price: write it like 12.50.</source>
        <translation>“{price}”不是价格：请写成例如 12.50。</translation>
    </message>
    <message>
        <source>“{quantity}” cannot be booked: write how much, like 12 or 0.5.</source>
        <translation>无法登记“{quantity}”：请写明数量，例如 12 或 0.5。</translation>
    </message>
    <message>
        <source>“{quantity}” cannot mean low stock: write how much, like 5 or 0.5.</source>
        <translation>“{quantity}”不能作为低库存线：请填写数量，如 5 或 0.5。</translation>
    </message>
    <message>
        <source>“{quantity}” is no number of pieces: write a whole number, or give the product a unit, such as kg.</source>
        <translation>“{quantity}”不是件数：请写整数，或为商品设置单位（例如 kg）。</translation>
    </message>
    <message>
        <source>“{quantity}” is no quantity: write 12 or 0.5.</source>
        <translation>“{quantity}”不是数量：请写成 12 或 0.5。</translation>
    </message>
    <message>
        <source>“{row}” does not say one product and one quantity.</source>
        <translation>“{row}”没有写明一种商品和一个数量。</translation>
    </message>
    <message>
        <source>“{sheet}” is no label sheet that is known here: write one of {sheets}.</source>
        <translation>不认识价签纸“{sheet}”：请写其中一个：{sheets}。</translation>
    </message>
    <message>
        <source>“{sign}” may be {currencies}, and the shop&apos;s currency is {own}: write the three letters of the one that is meant.</source>
        <translation>“{sign}”可能是 {currencies}，而店铺的货币是 {own}：请写明所指货币的三个字母代码。</translation>
    </message>
    <message>
        <source>“{tag}” cannot be merged with itself: choose another tag.</source>
        <translation>“{tag}”不能与自身合并：请另选标签。</translation>
    </message>
    <message>
        <source>“{text}”: {told}</source>
        <translation>“{text}”：{told}</translation>
    </message>
    <message>
        <source>“{till}” is no till that is there: “hub status” shows their ids.</source>
        <translation>“{till}”不是现有的收银机：“hub status”会显示它们的编号。</translation>
    </message>
    <message>
        <source>“{title}” has no photo: add a word instead.</source>
        <translation>“{title}”没有照片：请改为添加一个词。</translation>
    </message>
    <message>
        <source>“{title}” is archived: put it back on the shelf first.</source>
        <translation>“{title}”已归档：请先恢复上架。</translation>
    </message>
    <message>
        <source>“{title}” is counted in the stocktake under way: end that first.</source>
        <translation>“{title}”已计入正在进行的盘点：请先结束盘点。</translation>
    </message>
    <message>
        <source>“{title}” is on the shelf: only what is archived can be deleted for good.</source>
        <translation>“{title}”仍在架上：只有已归档的商品才能永久删除。</translation>
    </message>
    <message>
        <source>“{unit}” is no unit that is known here: write one of {units}.</source>
        <translation>“{unit}”不是已知的单位：请写下列之一：{units}。</translation>
    </message>
    <message>
        <source>“{value}” is no number: write 10 or -2.5, for instance.</source>
        <translation>“{value}”不是数字：例如写 10 或 -2.5。</translation>
    </message>
    <message>
        <source>“{value}” is no number: write {name}&lt;20, for instance.</source>
        <translation>“{value}”不是数字：请写成例如 {name}&lt;20。</translation>
    </message>
    <message>
        <source>“{word}” cannot be looked for: a word has 2 to {most} characters.</source>
        <translation>无法查找“{word}”：词须有 2 到 {most} 个字符。</translation>
    </message>
    <message>
        <source>“{word}” stands on it: goods that are never sold here.</source>
        <translation>上面写着“{word}”：本店绝不出售的商品。</translation>
    </message>
    <message>
        <source>“{zone}” is no time zone that this computer knows: write Europe/Berlin.</source>
        <translation>“{zone}”不是本机认识的时区：请写成 Europe/Berlin。</translation>
    </message>
</context>
<context>
    <name>durations</name>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>edit_words</name>
    <message>
        <source>Added: {products}</source>
        <translation>已添加：{products}</translation>
    </message>
    <message>
        <source>Archived: {products}</source>
        <translation>已归档：{products}</translation>
    </message>
    <message>
        <source>Back on the shelf: {products}</source>
        <translation>已恢复上架：{products}</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>已修改：{what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>archiving of {products}</source>
        <translation>归档 {products}</translation>
    </message>
    <message>
        <source>barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>booking of a count, {products}</source>
        <translation>盘点入账（{products}）</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>decision about photos of {products}</source>
        <translation>对{products}照片的决定</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>import of {name}, {products}</source>
        <translation>导入 {name}（{products}）</translation>
    </message>
    <message>
        <source>low-stock mark</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>merge of {products}</source>
        <translation>合并 {products}</translation>
    </message>
    <message>
        <source>new product {products}</source>
        <translation>新增{products}</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>place in the archive</source>
        <translation>归档状态</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>receipts of {name}, {products}</source>
        <translation>{name} 的小票，{products}</translation>
    </message>
    <message>
        <source>return of {products} to the shelf</source>
        <translation>恢复上架 {products}</translation>
    </message>
    <message>
        <source>sale price</source>
        <translation>促销价</translation>
    </message>
    <message>
        <source>several fields of {products}</source>
        <translation>{products}的多个字段</translation>
    </message>
    <message>
        <source>shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>{field} of {products}</source>
        <translation>{products}的{field}</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>“{title}”</translation>
    </message>
</context>
<context>
    <name>finding_kinds</name>
    <message>
        <source>Codes that lead away</source>
        <translation>引向别处的码</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Goods never sold</source>
        <translation>绝不出售的商品</translation>
    </message>
    <message>
        <source>Nudity</source>
        <translation>裸露</translation>
    </message>
    <message>
        <source>Photos that could not be looked at</source>
        <translation>程序无法检查的照片</translation>
    </message>
    <message>
        <source>Quality of the photo</source>
        <translation>照片质量</translation>
    </message>
    <message>
        <source>Ways to contact somebody</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Weapons</source>
        <translation>武器</translation>
    </message>
    <message>
        <source>Words and slogans</source>
        <translation>词语和口号</translation>
    </message>
</context>
<context>
    <name>forget_words</name>
    <message>
        <source>Kept pictures: {pictures}, of confirmed searches: {searches}. Forget them all? This cannot be undone. What lessons learned from them stays learned, and older backups hold what they held.</source>
        <translation>保留的图片 {pictures} 张，属于 {searches} 次已确认的查找。全部删除？此操作无法撤销。已学到的内容会保留，旧的备份也不变。</translation>
    </message>
    <message>
        <source>Photos with faces: {photos}. Delete them for good? Their copies without faces stay. This cannot be undone, and blurring the faces cannot be undone any more. Older backups hold what they held.</source>
        <translation>带有人脸的照片：{photos} 张。要永久删除吗？没有人脸的副本会保留。此操作无法撤销，之后也不能再撤销模糊人脸。以前的备份仍保留当时的内容。</translation>
    </message>
    <message>
        <source>Vectors of searches: {searches}. Photos of walks through the shop: {photos}. Forget them all? This cannot be undone. What lessons learned from them stays learned, and older backups hold what they held.</source>
        <translation>查找留下的特征向量 {searches} 个，店内走拍的照片 {photos} 张。全部删除？此操作无法撤销。已学到的内容会保留，旧的备份也不变。</translation>
    </message>
</context>
<context>
    <name>hub_words</name>
    <message>
        <source>Hub: changes waiting: {count}</source>
        <translation>中心库：等待发送的改动：{count}</translation>
    </message>
    <message>
        <source>Hub: in step</source>
        <translation>中心库：已同步</translation>
    </message>
    <message>
        <source>Hub: looking…</source>
        <translation>中心库：正在查看…</translation>
    </message>
    <message>
        <source>Hub: offline since {time}; waiting: {count}</source>
        <translation>中心库：自 {time} 起离线；等待：{count}</translation>
    </message>
    <message>
        <source>Hub: refused; waiting: {count}</source>
        <translation>中心库：被拒绝；等待：{count}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Low stock at</source>
        <translation>低库存线</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>SKU (number)</source>
        <translation>编号（SKU）</translation>
    </message>
    <message>
        <source>Sale begins</source>
        <translation>促销开始</translation>
    </message>
    <message>
        <source>Sale ends</source>
        <translation>促销结束</translation>
    </message>
    <message>
        <source>Sale price</source>
        <translation>促销价</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>import_sales</name>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Came back since</source>
        <translation>之后退回</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Customer&apos;s number</source>
        <translation>顾客编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Kind of line, such as tip</source>
        <translation>行的种类，例如小费</translation>
    </message>
    <message>
        <source>Line&apos;s total</source>
        <translation>行金额</translation>
    </message>
    <message>
        <source>Place of the till</source>
        <translation>收银机地点</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Receipt&apos;s number</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Receipt&apos;s total after its discount</source>
        <translation>整单折扣后的小票总额</translation>
    </message>
    <message>
        <source>SKU (number)</source>
        <translation>SKU（编号）</translation>
    </message>
    <message>
        <source>Sale or refund</source>
        <translation>销售或退款</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>What did not come back</source>
        <translation>未退回的数量</translation>
    </message>
</context>
<context>
    <name>import_words</name>
    <message>
        <source>Done. Products: {created} new, {updated} changed, {unchanged} unchanged. New photos: {photos}.</source>
        <translation>完成。商品：新增 {created} 种，更新 {updated} 种，未变 {unchanged} 种。新增照片 {photos} 张。</translation>
    </message>
    <message>
        <source>Left out or in doubt: {count}.</source>
        <translation>遗漏或存疑：{count}。</translation>
    </message>
    <message>
        <source>Products: {created} new, {updated} changed, {unchanged} unchanged. New photos: {photos}.</source>
        <translation>商品：新增 {created} 种，更新 {updated} 种，未变 {unchanged} 种。新增照片 {photos} 张。</translation>
    </message>
    <message>
        <source>{file}: exported from {program}</source>
        <translation>{file}：由 {program} 导出</translation>
    </message>
    <message>
        <source>{file}: its columns are named as {program} names them</source>
        <translation>{file}：列名与 {program} 的列名相同</translation>
    </message>
    <message>
        <source>{file}: which column is what?</source>
        <translation>{file}：各列分别是什么？</translation>
    </message>
</context>
<context>
    <name>lesson</name>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>始终保留</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Deep lesson {number}</source>
        <translation>深度学习 {number}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Lesson {number}, of other stores</source>
        <translation>学习结果 {number}（来自其他门店）</translation>
    </message>
    <message>
        <source>Nothing learned</source>
        <translation>未学习</translation>
    </message>
    <message>
        <source>Quick lesson {number}</source>
        <translation>快速学习 {number}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Shop photo</source>
        <translation>店内照片</translation>
    </message>
    <message>
        <source>While nobody worked the shop examined {lesson}: better here, and in use.</source>
        <translation>没人使用时，店铺试了{lesson}：在这里更好，已投入使用。</translation>
    </message>
    <message>
        <source>While nobody worked the shop taught itself: {lesson} is in use.</source>
        <translation>没人使用时，店铺自己学习了：“{lesson}”已启用。</translation>
    </message>
    <message>
        <source>While nobody worked the shop tried {lesson}, which was no better.</source>
        <translation>没人使用时，店铺试了“{lesson}”，没有更好，未启用。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>{lesson} proved better and is in use.</source>
        <translation>“{lesson}”证明更好，已启用。</translation>
    </message>
    <message>
        <source>{lesson} was rejected: the shop is as it was.</source>
        <translation>“{lesson}”未被采用：店铺保持原样。</translation>
    </message>
    <message>
        <source>{title}: before {before}, after {after}</source>
        <translation>{title}：之前 {before}，之后 {after}</translation>
    </message>
</context>
<context>
    <name>phone</name>
    <message>
        <source>1 received</source>
        <translation>进货 1</translation>
    </message>
    <message>
        <source>1 sold</source>
        <translation>售出 1</translation>
    </message>
    <message>
        <source>Add it to the shop</source>
        <translation>加入店铺</translation>
    </message>
    <message>
        <source>After these wait: {count}</source>
        <translation>其后还有 {count} 件待定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>And more of them: {count}. All are seen at the computer.</source>
        <translation>另有 {count} 种，可在电脑上查看全部。</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他数量</translation>
    </message>
    <message>
        <source>Another count has ended since. Look at the computer.</source>
        <translation>此后又结束了另一次盘点，请到电脑上查看。</translation>
    </message>
    <message>
        <source>Ask to be let in</source>
        <translation>申请接入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the answer</source>
        <translation>返回结果</translation>
    </message>
    <message>
        <source>Back to the count</source>
        <translation>返回盘点</translation>
    </message>
    <message>
        <source>Back to the differences</source>
        <translation>返回差异</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Begin to count</source>
        <translation>开始盘点</translation>
    </message>
    <message>
        <source>Book them and end the count</source>
        <translation>入账并结束盘点</translation>
    </message>
    <message>
        <source>Booked, products: {count}. The count has ended.</source>
        <translation>已入账 {count} 种商品，盘点结束。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Compare them, or take another picture from closer.</source>
        <translation>请比对一下，或靠近些再拍一张。</translation>
    </message>
    <message>
        <source>Compare with the books</source>
        <translation>与账面比较</translation>
    </message>
    <message>
        <source>Compare: the fingerprint of the certificate that your browser shows is the one that the computer shows under Settings, Phone as camera.</source>
        <translation>请核对：浏览器显示的证书指纹，应与电脑“设置 → 手机作为摄像头”中显示的一致。</translation>
    </message>
    <message>
        <source>Confirmed by you.</source>
        <translation>已由您确认。</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Count the stock</source>
        <translation>盘点库存</translation>
    </message>
    <message>
        <source>Counted: {title}</source>
        <translation>已计数：{title}</translation>
    </message>
    <message>
        <source>Decide what was put aside</source>
        <translation>处理待定的内容</translation>
    </message>
    <message>
        <source>Did you mean “{text}”?</source>
        <translation>您是不是要找“{text}”？</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Everything was counted.</source>
        <translation>所有商品都已盘点。</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>比较有把握</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Found by its number.</source>
        <translation>按编号找到。</translation>
    </message>
    <message>
        <source>Give the product a name.</source>
        <translation>请给商品起个名称。</translation>
    </message>
    <message>
        <source>How many instead of the last count</source>
        <translation>把上一次改为多少</translation>
    </message>
    <message>
        <source>Instead of it</source>
        <translation>可替代的商品</translation>
    </message>
    <message>
        <source>Is this the right computer?</source>
        <translation>是这台电脑吗？</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>就是它</translation>
    </message>
    <message>
        <source>Let this phone in</source>
        <translation>接入这部手机</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能性较大</translation>
    </message>
    <message>
        <source>Live view</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在识别…</translation>
    </message>
    <message>
        <source>Make the picture a photo of it</source>
        <translation>把图片加为它的照片</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>No count is under way. Begin one here or at the computer.</source>
        <translation>当前没有盘点。可在此或电脑上开始。</translation>
    </message>
    <message>
        <source>No product with “{text}”</source>
        <translation>没有含“{text}”的商品</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>Not in this shop</source>
        <translation>本店没有这种商品</translation>
    </message>
    <message>
        <source>Not sure: put aside. Choose it here, or decide it later.</source>
        <translation>无法确定，已放入待定。请在此选择，或稍后再定。</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>不是它</translation>
    </message>
    <message>
        <source>Noted: it is not “{title}”.</source>
        <translation>已记下：不是“{title}”。</translation>
    </message>
    <message>
        <source>Noted: it is “{title}”.</source>
        <translation>已记下：是“{title}”。</translation>
    </message>
    <message>
        <source>Noted: nothing that this shop sells.</source>
        <translation>已记下：不是本店售卖的商品。</translation>
    </message>
    <message>
        <source>Noted: this shop does not have it.</source>
        <translation>已记下：本店没有。</translation>
    </message>
    <message>
        <source>Nothing in this shop fits “{text}”.</source>
        <translation>本店没有与“{text}”相符的商品。</translation>
    </message>
    <message>
        <source>Nothing in this shop fits “{text}”. Try its name, or a part of it.</source>
        <translation>本店没有符合“{text}”的商品。请试试它的名称或其中一部分。</translation>
    </message>
    <message>
        <source>Nothing is booked. Products counted so far: {count}.</source>
        <translation>不会入账。目前已盘点商品：{count} 种。</translation>
    </message>
    <message>
        <source>Nothing looks enough like it. These come nearest.</source>
        <translation>没有足够相像的。以下最接近。</translation>
    </message>
    <message>
        <source>Nothing looks like it.</source>
        <translation>没有与它相像的。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>没有待定的内容。</translation>
    </message>
    <message>
        <source>Nothing was counted yet.</source>
        <translation>还没有盘点任何商品。</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>One more picture of it</source>
        <translation>再拍一张它的图片</translation>
    </message>
    <message>
        <source>Or by name, number or barcode</source>
        <translation>或按名称、编号或条码</translation>
    </message>
    <message>
        <source>Or one of these</source>
        <translation>或是其中之一</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photos for the catalog</source>
        <translation>商品目录的照片</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Probably one of these</source>
        <translation>可能是以下商品之一</translation>
    </message>
    <message>
        <source>Probably {title}</source>
        <translation>很可能是“{title}”</translation>
    </message>
    <message>
        <source>Products with “{text}”</source>
        <translation>含“{text}”的商品</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Put aside and not decided: {count}. Booking forgets them.</source>
        <translation>待定：{count} 件。入账后将不再保留。</translation>
    </message>
    <message>
        <source>Read from the barcode {code}.</source>
        <translation>由条码 {code} 读出。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Received: {amount} of “{title}”. {stock}.</source>
        <translation>已进货“{title}”：{amount}。{stock}。</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Say yes at the computer. It shows this number:</source>
        <translation>请在电脑上点“同意”。电脑会显示这个数字：</translation>
    </message>
    <message>
        <source>Scan the code that the computer shows under Settings, Phone as camera.</source>
        <translation>请扫描电脑“设置 → 手机作为摄像头”中显示的二维码。</translation>
    </message>
    <message>
        <source>See what was not counted</source>
        <translation>查看未盘点的商品</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Set all to zero</source>
        <translation>全部设为零</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Set to zero, products: {count}. Nothing is booked yet.</source>
        <translation>已设为零：{count} 种商品。尚未入账。</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Shelf places that begin with</source>
        <translation>货架位置开头为</translation>
    </message>
    <message>
        <source>Show it at the computer, too</source>
        <translation>同时显示在电脑上</translation>
    </message>
    <message>
        <source>So you said. These come nearest.</source>
        <translation>您说店里没有。以下最为接近。</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>售出</translation>
    </message>
    <message>
        <source>Sold and received</source>
        <translation>售出与进货</translation>
    </message>
    <message>
        <source>Sold: {amount} of “{title}”. {stock}.</source>
        <translation>已售出“{title}”：{amount}。{stock}。</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Switch JavaScript on to let this phone in.</source>
        <translation>请先启用 JavaScript，再接入这部手机。</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Take a picture, or type a name, a number or a barcode.</source>
        <translation>请拍照，或输入名称、编号或条码。</translation>
    </message>
    <message>
        <source>Take back what was set to zero: {count}</source>
        <translation>撤销设为零：{count} 种</translation>
    </message>
    <message>
        <source>Take or choose a picture first, five at most.</source>
        <translation>请先拍照或选择图片，最多五张。</translation>
    </message>
    <message>
        <source>Take or choose a picture first, twenty at most.</source>
        <translation>请先拍照或选择图片，最多二十张。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Taken back: “{title}”.</source>
        <translation>已撤销：“{title}”。</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>The barcode {code} is not in this shop.</source>
        <translation>本店没有条码 {code}。</translation>
    </message>
    <message>
        <source>The books are right about everything that was counted.</source>
        <translation>已盘点的商品与账面全部一致。</translation>
    </message>
    <message>
        <source>The books say that these are here, and nobody has counted them. Is there none of them?</source>
        <translation>账面上有这些商品，但没有人盘点过。确实一件也没有吗？</translation>
    </message>
    <message>
        <source>The computer cannot be reached. Is this phone in the shop&apos;s network?</source>
        <translation>无法连接电脑。这部手机在店铺的网络中吗？</translation>
    </message>
    <message>
        <source>The computer is busy. Try again in a moment.</source>
        <translation>电脑正忙，请稍后再试。</translation>
    </message>
    <message>
        <source>The count was thrown away; nothing was booked.</source>
        <translation>盘点已放弃，没有入账。</translation>
    </message>
    <message>
        <source>The last count is undone.</source>
        <translation>上一次清点已撤销。</translation>
    </message>
    <message>
        <source>The shop has “{title}” now, and finds it.</source>
        <translation>店铺现在有“{title}”了，并能找到它。</translation>
    </message>
    <message>
        <source>The shop may have it already:</source>
        <translation>店铺可能已经有它：</translation>
    </message>
    <message>
        <source>These look most like it</source>
        <translation>这些最相似，但不确定</translation>
    </message>
    <message>
        <source>This browser does not show the camera here. Take a picture instead.</source>
        <translation>此浏览器无法在这里显示摄像头画面。请改为拍照。</translation>
    </message>
    <message>
        <source>This is {title}</source>
        <translation>这是“{title}”</translation>
    </message>
    <message>
        <source>This page is not of the shop that is open now. Open it again.</source>
        <translation>这个页面不属于现在打开的店铺。请重新打开。</translation>
    </message>
    <message>
        <source>This page is older than the program&apos;s last start. See whether it was done; if not, open the page again and do it there.</source>
        <translation>这个页面是在程序上次启动之前打开的。请查看是否已经完成；如果没有，请重新打开页面再做。</translation>
    </message>
    <message>
        <source>This phone is not let in</source>
        <translation>这部手机尚未接入</translation>
    </message>
    <message>
        <source>This phone was not let in. Scan a new code at the computer; each works once, and for two minutes.</source>
        <translation>这部手机未能接入。请在电脑上扫描新的二维码；每个二维码只能用一次，两分钟内有效。</translation>
    </message>
    <message>
        <source>This photo is no longer there.</source>
        <translation>这张照片已不存在。</translation>
    </message>
    <message>
        <source>This search was too long ago. Take the picture again.</source>
        <translation>这次查找时间太久了。请重新拍照。</translation>
    </message>
    <message>
        <source>This shop can only be read just now.</source>
        <translation>目前只能查看此店铺。</translation>
    </message>
    <message>
        <source>This was done already, and was not done again.</source>
        <translation>这一步已经做过，没有重复。</translation>
    </message>
    <message>
        <source>This was not understood. Open the page again.</source>
        <translation>无法理解这一请求。请重新打开页面。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Throw this count away?</source>
        <translation>放弃这次盘点？</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Try fewer words, or a picture.</source>
        <translation>请减少词语，或用图片查找。</translation>
    </message>
    <message>
        <source>Type a name, a number or a barcode first.</source>
        <translation>请先输入名称、编号或条码。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last count</source>
        <translation>撤销上一次清点</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>可能性不大</translation>
    </message>
    <message>
        <source>Very sure</source>
        <translation>非常有把握</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>What this phone is called</source>
        <translation>这部手机的名称</translation>
    </message>
    <message>
        <source>What was not counted keeps its stock.</source>
        <translation>未盘点的商品保持原有库存。</translation>
    </message>
    <message>
        <source>Which one is it? Several fit “{text}”.</source>
        <translation>是哪一个？有几种符合“{text}”。</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的照片</translation>
    </message>
    <message>
        <source>as the books say: {count}</source>
        <translation>与账面一致：{count} 种</translation>
    </message>
    <message>
        <source>books {expected}, counted {counted}</source>
        <translation>账面 {expected}，实盘 {counted}</translation>
    </message>
    <message>
        <source>instead of</source>
        <translation>原价</translation>
    </message>
    <message>
        <source>not counted: {count}</source>
        <translation>未盘点：{count} 种</translation>
    </message>
    <message>
        <source>put aside: {count}</source>
        <translation>待定：{count}</translation>
    </message>
    <message>
        <source>worth {value}</source>
        <translation>金额 {value}</translation>
    </message>
    <message>
        <source>{amount} in stock</source>
        <translation>库存 {amount}</translation>
    </message>
    <message>
        <source>{done} of {all} products counted</source>
        <translation>已盘点 {done} 种，共 {all} 种</translation>
    </message>
    <message>
        <source>{first}, and {second}</source>
        <translation>{first}，而且{second}</translation>
    </message>
    <message>
        <source>{title} is not part of this count.</source>
        <translation>{title}不在这次盘点范围内。</translation>
    </message>
    <message>
        <source>{title}: {counted} counted</source>
        <translation>{title}：已计 {counted}</translation>
    </message>
    <message>
        <source>“{title}” has more photos now.</source>
        <translation>“{title}”有了更多照片。</translation>
    </message>
    <message>
        <source>“{title}” has this picture already.</source>
        <translation>“{title}”已有这张图片。</translation>
    </message>
</context>
<context>
    <name>product</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Other title</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重量</translation>
    </message>
</context>
<context>
    <name>product_columns</name>
    <message>
        <source>Barcode</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>货架位置</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>stock_history</name>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>进货</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损耗</translation>
    </message>
    <message>
        <source>Not counted any more</source>
        <translation>不再视为已盘点</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>stock_words</name>
    <message>
        <source>By measure</source>
        <translation>按计量</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>未盘点</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件</translation>
    </message>
    <message>
        <source>{amount} in stock</source>
        <translation>库存 {amount}</translation>
    </message>
    <message>
        <source>{amount} in {store}</source>
        <translation>{store}有 {amount}</translation>
    </message>
    <message>
        <source>{count} in stock</source>
        <translation>库存 {count} 件</translation>
    </message>
</context>
<context>
    <name>stocktake_saving</name>
    <message>
        <source>Save the differences</source>
        <translation>保存差异</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>tracing</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose a folder for the report</source>
        <translation>选择存放报告的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder to look through</source>
        <translation>选择要查看的文件夹</translation>
    </message>
    <message>
        <source>Choose what to look through</source>
        <translation>选择要查看的内容</translation>
    </message>
    <message>
        <source>Made of none of our photos</source>
        <translation>没有用我们的照片</translation>
    </message>
    <message>
        <source>Pictures, films, PDFs and saved pages</source>
        <translation>图片、视频、PDF 和保存的网页</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>{count} could not be looked at.</source>
        <translation>{count} 个无法查看。</translation>
    </message>
    <message>
        <source>{made} of {count} pictures are made of our photos.</source>
        <translation>{count} 张图片中有 {made} 张用了我们的照片。</translation>
    </message>
    <message>
        <source>{share} of what shows is as in our photo</source>
        <translation>可见部分有 {share} 与我们的照片一致</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>把握 {share}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Fairly sure</source>
        <translation>比较有把握</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能性较大</translation>
    </message>
    <message>
        <source>Likeness {share}</source>
        <translation>相似度 {share}</translation>
    </message>
    <message>
        <source>Outside the filters</source>
        <translation>不在筛选范围内</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>可能性不大</translation>
    </message>
    <message>
        <source>Very sure</source>
        <translation>非常有把握</translation>
    </message>
    <message>
        <source>{first}, and {second}</source>
        <translation>{first}，而且{second}</translation>
    </message>
    <message>
        <source>{price}, from {day} {reduced}</source>
        <translation>{price}，{day} 起 {reduced}</translation>
    </message>
    <message>
        <source>{price}, until {day}</source>
        <translation>{price}，到 {day}</translation>
    </message>
</context>
</TS>
