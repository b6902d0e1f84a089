<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Snapshelf</source>
        <translation type="unfinished">关于 Snapshelf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">关闭</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished">复制报告</translation>
    </message>
    <message>
        <source>Copy this and send it to whoever looks after the program for you. It holds versions, sizes and the last problems: no pictures, no products, no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds the products of your own shop by picture, on your own computer, without a network.</source>
        <translation type="unfinished">用图片查找自家店铺的商品，全部在本机完成，无需联网。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part carries no text of its licence; its name says which one it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Compare them with the picture, or take one from closer. Answered in {seconds} s.</source>
        <translation>请与照片比对，或再凑近拍一张。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Import a table or a folder of pictures first.</source>
        <translation>请先导入商品表格或图片文件夹。</translation>
    </message>
    <message>
        <source>No product looks enough like it. These come nearest. Answered in {seconds} s.</source>
        <translation>没有足够相似的商品，以下最为接近。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Not in this shop</source>
        <translation>本店没有这件商品</translation>
    </message>
    <message>
        <source>Nothing can be found yet</source>
        <translation>暂时无法查找</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Probably one of these</source>
        <translation>可能是以下商品之一</translation>
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
        <source>The shop is still being opened.</source>
        <translation>店铺正在打开。</translation>
    </message>
    <message>
        <source>The shop&apos;s photos were not looked at by this version of the program. Close other programs that use the shop, then open it again.</source>
        <translation>此版本程序尚未识别过店铺的照片。请关闭正在使用该店铺的其他程序，再重新打开店铺。</translation>
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
        <source>This picture cannot be searched</source>
        <translation>无法用这张图片查找</translation>
    </message>
    <message>
        <source>This shop has no products yet</source>
        <translation>本店还没有商品</translation>
    </message>
    <message>
        <source>{certainty} ({share}). Answered in {seconds} s.</source>
        <translation>{certainty}（{share}），用时 {seconds} 秒。</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close and in good light, alone in the picture. Then press Space.</source>
        <translation>靠近镜头，光线充足，画面里只放这一件。然后按空格键。</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Hold the product before the webcam</source>
        <translation>请把商品举到摄像头前</translation>
    </message>
    <message>
        <source>Live picture of the webcam</source>
        <translation>摄像头实时画面</translation>
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
        <translation>Snapshelf 出错了。店铺数据安然无恙，您可以继续工作。请复制下面的报告，发给为您维护本程序的人：报告中不含任何图片和商品信息。</translation>
    </message>
    <message>
        <source>This should not have happened</source>
        <translation>这本不该发生</translation>
    </message>
</context>
<context>
    <name>HelpActions</name>
    <message>
        <source>About Snapshelf</source>
        <translation type="unfinished">关于 Snapshelf</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report for support…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportActions</name>
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
        <source>Import a folder of pictures…</source>
        <translation>导入图片文件夹…</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Barcode</source>
        <translation>条形码</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Choose the column that holds each product&apos;s number (SKU).</source>
        <translation>请选择存放商品货号（SKU）的列。</translation>
    </message>
    <message>
        <source>Choose the columns by hand</source>
        <translation>手动指定各列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparing with the shop…</source>
        <translation>正在与店铺比对…</translation>
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
        <source>Done: {created} new products, {updated} changed, {unchanged} as before; {photos} new photos.</source>
        <translation>完成：新增 {created} 种商品，更新 {updated} 种，未变 {unchanged} 种；新增照片 {photos} 张。</translation>
    </message>
    <message>
        <source>Every picture in it becomes a product; a sub-folder is a category.</source>
        <translation>其中每张图片成为一种商品，子文件夹即类别。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import products</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
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
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>SKU (number)</source>
        <translation>货号（SKU）</translation>
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
        <source>The first rows of the table</source>
        <translation>表格的前几行</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is left out, and why</source>
        <translation>跳过的内容及原因</translation>
    </message>
    <message>
        <source>{created} new products, {updated} changed, {unchanged} as before; {photos} new photos.</source>
        <translation>新增 {created} 种商品，更新 {updated} 种，未变 {unchanged} 种；新增照片 {photos} 张。</translation>
    </message>
    <message>
        <source>{file}: a table of {program}</source>
        <translation>{file}：{program} 的表格</translation>
    </message>
    <message>
        <source>{file}: which column is what?</source>
        <translation>{file}：各列分别是什么？</translation>
    </message>
    <message>
        <source>— none —</source>
        <translation>— 无 —</translation>
    </message>
</context>
<context>
    <name>LookMenus</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished">深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished">语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished">浅色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished">跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished">主题</translation>
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
    <message>
        <source>What is on the page {page} is not finished and would be lost. Close anyway?</source>
        <translation>“{page}”页面上的内容尚未完成，关闭后将丢失。仍要关闭吗？</translation>
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
    <name>ProductView</name>
    <message>
        <source>Back to the results</source>
        <translation>返回查找结果</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>条形码</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Photo of {title}</source>
        <translation>{title}的照片</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>照片 {number}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Shelf {place}</source>
        <translation>货架 {place}</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Pictures of this search</source>
        <translation>本次查找的图片</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>您的图片</translation>
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
        <source>Hold a product before the webcam</source>
        <translation>把商品举到摄像头前</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>No webcam found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
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
        <source>Take the picture from the clipboard</source>
        <translation>使用剪贴板中的图片</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Drop or paste a picture file, or a picture copied from another program.</source>
        <translation>请拖入或粘贴图片文件，或从其他程序复制的图片。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Plug it in again, or open a picture.</source>
        <translation>请重新插上摄像头，或打开一张图片。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
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
    <message>
        <source>There is no picture in it</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>This picture is on the internet</source>
        <translation>这张图片在网上</translation>
    </message>
    <message>
        <source>Webcam</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a picture of a product here</source>
        <translation>将商品图片拖到这里</translation>
    </message>
    <message>
        <source>One picture or several. Snapshelf finds which product of your shop it is.</source>
        <translation>一张或多张均可。Snapshelf 会认出它是店里的哪件商品。</translation>
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
    <name>cli</name>
    <message>
        <source>--dry-run and --map are for tables; {folder} is a folder.</source>
        <translation>--dry-run 和 --map 只用于表格；{folder} 是文件夹。</translation>
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
        <source>Everything is as it should be.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Find the products of your own shop by picture. Without a command the window opens.</source>
        <translation>用图片查找自家店铺的商品。不带命令时打开窗口。</translation>
    </message>
    <message>
        <source>Found: {problem}</source>
        <translation>发现问题：{problem}</translation>
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
        <source>Not in this shop, as far as can be seen.</source>
        <translation>看起来本店没有这件商品。</translation>
    </message>
    <message>
        <source>Nothing in this shop fits that text.</source>
        <translation>本店没有与该文字相符的商品。</translation>
    </message>
    <message>
        <source>On this computer the shop is set to {shop}. Start without --shop.</source>
        <translation>本机的店铺已固定为 {shop}。请不带 --shop 启动。</translation>
    </message>
    <message>
        <source>Probably one of these.</source>
        <translation>可能是以下商品之一。</translation>
    </message>
    <message>
        <source>Say which shop is meant: snapshelf --shop DIR …</source>
        <translation>请指明店铺：snapshelf --shop DIR …</translation>
    </message>
    <message>
        <source>Stopped. What was finished before is kept.</source>
        <translation>已停止。此前完成的内容已保留。</translation>
    </message>
    <message>
        <source>The catalog that was there before is kept as {file}.</source>
        <translation>原有的商品目录已保留为 {file}。</translation>
    </message>
    <message>
        <source>The picture of the window could not be written to {file}.</source>
        <translation>无法将窗口截图写入 {file}。</translation>
    </message>
    <message>
        <source>The right product came first: {before:.1%} before, {after:.1%} after.</source>
        <translation>正确商品排在首位的比例：之前 {before:.1%}，之后 {after:.1%}。</translation>
    </message>
    <message>
        <source>The shop in {folder} is restored.</source>
        <translation>{folder} 中的店铺已恢复。</translation>
    </message>
    <message>
        <source>There is no display here: run the same command in a desktop session, or with ssh -X, to get the window itself.</source>
        <translation>此处没有显示器：请在桌面环境中或通过 ssh -X 运行同一命令，即可打开窗口。</translation>
    </message>
    <message>
        <source>This is {title}.</source>
        <translation>这是“{title}”。</translation>
    </message>
    <message>
        <source>This version has no deep lesson yet. Use: learn --quick</source>
        <translation>此版本尚不支持深度学习课程。请使用：learn --quick</translation>
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
        <source>add photos to products that the shop has</source>
        <translation>为店铺已有的商品添加照片</translation>
    </message>
    <message>
        <source>bring a shop back from a backup</source>
        <translation>从备份恢复店铺</translation>
    </message>
    <message>
        <source>check the shop&apos;s files, and repair them</source>
        <translation>检查店铺文件并修复</translation>
    </message>
    <message>
        <source>columns photo and sku; an empty sku: the shop does not have it</source>
        <translation>包含 photo 和 sku 两列；sku 为空表示本店没有该商品</translation>
    </message>
    <message>
        <source>delete a lesson that is not in use</source>
        <translation>删除未启用的学习结果</translation>
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
        <source>how many products</source>
        <translation>商品数量</translation>
    </message>
    <message>
        <source>how many queries are asked</source>
        <translation>查询的数量</translation>
    </message>
    <message>
        <source>import a table or a folder of pictures into the shop</source>
        <translation>将表格或图片文件夹导入店铺</translation>
    </message>
    <message>
        <source>learn from the vectors that are there; seconds (the default)</source>
        <translation>根据已有的特征向量学习；只需几秒（默认）</translation>
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
        <source>only such products: category=Juice, price&lt;20, stock&gt;0, tag=organic</source>
        <translation>只找符合条件的商品：category=Juice、price&lt;20、stock&gt;0、tag=organic</translation>
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
        <source>say what would change, and change nothing</source>
        <translation>只列出将要更改的内容，不做任何更改</translation>
    </message>
    <message>
        <source>search by this lesson, or by the backbone alone</source>
        <translation>按此学习结果查找，或只用基础网络查找</translation>
    </message>
    <message>
        <source>set right what can be set right</source>
        <translation>修复可以修复的问题</translation>
    </message>
    <message>
        <source>show the lessons, and which one is in use</source>
        <translation>列出学习结果，并指明正在使用的一个</translation>
    </message>
    <message>
        <source>show the shop&apos;s lessons, use another one, remove one</source>
        <translation>查看店铺的学习结果，换用或删除其中之一</translation>
    </message>
    <message>
        <source>teach the shop; what proves better is put in use</source>
        <translation>让店铺学习；确有提升的结果会被启用</translation>
    </message>
    <message>
        <source>the backup to write, a .zip file</source>
        <translation>要写入的备份，.zip 文件</translation>
    </message>
    <message>
        <source>the shop&apos;s folder</source>
        <translation>店铺文件夹</translation>
    </message>
    <message>
        <source>their dimensions</source>
        <translation>向量的维数</translation>
    </message>
    <message>
        <source>train the network itself; minutes to an hour</source>
        <translation>训练网络本身；需数分钟到一小时</translation>
    </message>
    <message>
        <source>vectors to search; 1,000, 10,000 and 100,000 unless said otherwise</source>
        <translation>参与查找的向量数量；未指明时为 1,000、10,000 和 100,000</translation>
    </message>
    <message>
        <source>what the photos show; counter photos unless said otherwise</source>
        <translation>照片的类型；未指明时为柜台照片</translation>
    </message>
    <message>
        <source>where a machine without a display puts the picture of the window</source>
        <translation>没有显示器时窗口截图的存放位置</translation>
    </message>
    <message>
        <source>which column holds a field: sku=Code; may be given several times</source>
        <translation>指明字段对应的列：sku=Code；可多次给出</translation>
    </message>
    <message>
        <source>which engines</source>
        <translation>要测试的引擎</translation>
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
        <source>{count} in stock</source>
        <translation>库存 {count} 件</translation>
    </message>
    <message>
        <source>{count} photos that the catalog names were not there: check the shop.</source>
        <translation>商品目录中有 {count} 张照片不存在：请检查店铺。</translation>
    </message>
    <message>
        <source>{count} products written to {file}.</source>
        <translation>已将 {count} 种商品写入 {file}。</translation>
    </message>
    <message>
        <source>{name} is not installed and was left out.</source>
        <translation>未安装 {name}，已跳过。</translation>
    </message>
    <message>
        <source>{products} products: {created} new, {updated} changed, {unchanged} as before; {photos} photos, {added} of them new. {seconds} seconds.</source>
        <translation>共 {products} 种商品：新增 {created}，更新 {updated}，未变 {unchanged}；照片 {photos} 张，其中新增 {added} 张。用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>{row}: {reason}</source>
        <translation>{row}：{reason}</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A model cannot be called {name}. Take small letters, digits, dots and hyphens, up to sixty.</source>
        <translation type="unfinished"></translation>
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
        <source>A photo cannot be kept in the shop ({reason}). Make room or check the folder.</source>
        <translation>无法将照片保存到店铺（{reason}）。请腾出磁盘空间或检查该文件夹。</translation>
    </message>
    <message>
        <source>A product needs a SKU: give each one a number or code of its own.</source>
        <translation>商品必须有货号：请为每种商品设定唯一的编号或代码。</translation>
    </message>
    <message>
        <source>A product needs a title: enter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of {table} belongs to nothing in {parent}.</source>
        <translation>{table} 中有一行在 {parent} 中没有对应项。</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened the barcode “{barcode}”: format its column as text.</source>
        <translation>条形码“{barcode}”被电子表格软件缩写了：请将该列设为文本格式。</translation>
    </message>
    <message>
        <source>A tag needs a name: enter one.</source>
        <translation>标签必须有名称，请输入。</translation>
    </message>
    <message>
        <source>A vector does not fit its model; it will be computed anew.</source>
        <translation>有一个特征向量与模型不符，将重新计算。</translation>
    </message>
    <message>
        <source>A workbook cannot hold so many products: export to .csv instead.</source>
        <translation>工作簿容不下这么多商品，请改为导出 .csv。</translation>
    </message>
    <message>
        <source>An index of the catalog is incomplete: {detail}.</source>
        <translation>商品目录的一个索引不完整：{detail}。</translation>
    </message>
    <message>
        <source>Another program (process {process} on {computer}) is changing this shop. Here it can be searched, not changed.</source>
        <translation>另一个程序（{computer} 上的进程 {process}）正在修改此商店。在这里可以搜索，但不能修改。</translation>
    </message>
    <message>
        <source>Another program (process {process} on {computer}, since {since}) is changing the shop {folder}. Close it and try again.</source>
        <translation>另一个程序（{computer} 上的进程 {process}，自 {since} 起）正在更改店铺 {folder}。请关闭它后重试。</translation>
    </message>
    <message>
        <source>Another program is writing to the catalog {catalog}: close it, or try again in a moment.</source>
        <translation>另一个程序正在写入商品目录 {catalog}：请关闭它，或稍后重试。</translation>
    </message>
    <message>
        <source>Backing the shop up</source>
        <translation>正在备份店铺</translation>
    </message>
    <message>
        <source>Better on {count} photos that it did not learn from: {low} to {high} percentage points more come first.</source>
        <translation>在 {count} 张未参与学习的照片上有提升：首位命中率提高 {low} 至 {high} 个百分点。</translation>
    </message>
    <message>
        <source>Better on {count} photos that were made of the catalog&apos;s pictures: {low} to {high} percentage points more come first. Photos taken in the shop would prove more.</source>
        <translation>在 {count} 张由目录图片生成的照片上有提升：首位命中率提高 {low} 至 {high} 个百分点。用店内实拍照片检验会更有说服力。</translation>
    </message>
    <message>
        <source>Building the search index</source>
        <translation>正在建立查找索引</translation>
    </message>
    <message>
        <source>Changing products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking photos</source>
        <translation>正在检查照片</translation>
    </message>
    <message>
        <source>Comparing the products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the demo shop</source>
        <translation>正在绘制演示店铺</translation>
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
        <source>Grouping the products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing products</source>
        <translation>正在导入商品</translation>
    </message>
    <message>
        <source>It is not known how the network {name} wants its pictures; it was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>正在学习</translation>
    </message>
    <message>
        <source>Learning what is unknown</source>
        <translation>正在学习辨别未知商品</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>正在识别照片</translation>
    </message>
    <message>
        <source>Looking at photos with the new network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making synthetic counter photos</source>
        <translation>正在生成模拟的柜台照片</translation>
    </message>
    <message>
        <source>Measuring indexes</source>
        <translation>正在测试各种索引</translation>
    </message>
    <message>
        <source>No graphics card can be used: that takes one by NVIDIA, its driver and a torch that fits. Choose the processor instead.</source>
        <translation>没有可用的显卡：需要 NVIDIA 显卡、其驱动程序以及配套的 torch。请改用处理器。</translation>
    </message>
    <message>
        <source>No product has the tag “{tag}”: reload the list.</source>
        <translation>没有商品带有标签“{tag}”，请刷新列表。</translation>
    </message>
    <message>
        <source>Not better beyond doubt on {count} held-out photos: the gain lies between {low} and {high} percentage points.</source>
        <translation>在 {count} 张留作检验的照片上，提升不够确定：变化在 {low} 到 {high} 个百分点之间。</translation>
    </message>
    <message>
        <source>Opening the shop</source>
        <translation>正在打开店铺</translation>
    </message>
    <message>
        <source>Preparing photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the new network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the lesson in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the shop</source>
        <translation>正在恢复店铺</translation>
    </message>
    <message>
        <source>The SKU {sku} cannot be found when it is mistyped.</source>
        <translation>货号 {sku} 在输入略有出入时会找不到。</translation>
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
        <source>The barcode {barcode} has {length} digits, not 8, 12, 13 or 14: correct it.</source>
        <translation>条形码 {barcode} 有 {length} 位，应为 8、12、13 或 14 位，请更正。</translation>
    </message>
    <message>
        <source>The barcode “{barcode}” holds more than digits: correct it.</source>
        <translation>条形码“{barcode}”含有数字以外的字符，请更正。</translation>
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
        <source>The catalog {catalog} could not be put aside ({reason}): check your rights.</source>
        <translation>无法移开商品目录 {catalog}（{reason}），请检查您的权限。</translation>
    </message>
    <message>
        <source>The catalog {catalog} could not be replaced ({reason}): close other programs.</source>
        <translation>无法替换商品目录 {catalog}（{reason}），请关闭其他程序。</translation>
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
        <source>The catalog {catalog} was made by an older version: open it once with write permission to bring it up to date.</source>
        <translation>商品目录 {catalog} 由旧版本创建：请以写入权限打开一次，使其升级。</translation>
    </message>
    <message>
        <source>The catalog&apos;s file is damaged: {detail}. Restore a backup.</source>
        <translation>商品目录文件已损坏：{detail}。请用备份恢复。</translation>
    </message>
    <message>
        <source>The change of price {amount} cannot be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of the barcode {barcode} is wrong: read it again.</source>
        <translation>条形码 {barcode} 的校验位不对，请重新读取。</translation>
    </message>
    <message>
        <source>The demo shop cannot be made in {folder} ({reason}).</source>
        <translation>无法在 {folder} 中创建演示店铺（{reason}）。</translation>
    </message>
    <message>
        <source>The demo shop could not be written to {folder} ({reason}). Free some disk space, or check that you may write there.</source>
        <translation>无法将演示店铺写入 {folder}（{reason}）。请腾出磁盘空间，或确认您有写入权限。</translation>
    </message>
    <message>
        <source>The disk does not read or write the catalog {catalog} properly: check the disk, or copy the shop to another one.</source>
        <translation>磁盘无法正常读写商品目录 {catalog}：请检查磁盘，或将店铺复制到另一块磁盘。</translation>
    </message>
    <message>
        <source>The disk is full: free some space, then do it again. Nothing was half-written ({catalog}).</source>
        <translation>磁盘已满：请腾出空间后重做。没有留下写了一半的数据（{catalog}）。</translation>
    </message>
    <message>
        <source>The file {file} arrived damaged or changed: its hash is another. It was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be checked: its name does not carry its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} does not say which network it is of. Say it: --architecture NAME, timm&apos;s name of the network or torchvision/resnet50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} of a lesson is missing or damaged. Use another lesson.</source>
        <translation>某次学习的文件 {file} 缺失或已损坏。请选用另一次学习的结果。</translation>
    </message>
    <message>
        <source>The file {file} was not added: it holds numbers that are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not added: it is larger than {size} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} was not added: {reason}.</source>
        <translation type="unfinished"></translation>
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
        <source>The folder {folder} holds other files. Choose an empty folder for the new shop.</source>
        <translation>文件夹 {folder} 中有其他文件。请为新店铺选择一个空文件夹。</translation>
    </message>
    <message>
        <source>The graphics card cannot be used: its driver is missing or too old. Install NVIDIA&apos;s current driver, or choose the processor in the settings.</source>
        <translation>无法使用显卡：驱动程序缺失或过旧。请安装 NVIDIA 的最新驱动，或在设置中选择处理器。</translation>
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
        <source>The learned model {file} is missing or damaged. Use another lesson, or teach a new one.</source>
        <translation>已学习的模型 {file} 缺失或已损坏。请选用另一次学习的结果，或重新学习。</translation>
    </message>
    <message>
        <source>The lesson could not be written to {folder} ({reason}).</source>
        <translation>无法将学习结果写入 {folder}（{reason}）。</translation>
    </message>
    <message>
        <source>The lesson {version} is in use. Use another one first.</source>
        <translation>学习结果 {version} 正在使用中。请先换用另一个。</translation>
    </message>
    <message>
        <source>The lesson {version} was learned for another network than {name}. Teach a new one.</source>
        <translation>学习结果 {version} 不是针对网络 {name} 的。请重新学习。</translation>
    </message>
    <message>
        <source>The model could not be downloaded ({reason}). Without a network, get the file {file} from somebody who has it, and add it: models add {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {reason}. Run the set-up again.</source>
        <translation>无法读取模型文件 {path}：{reason}。请重新运行安装步骤。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged. Delete it and run the set-up again.</source>
        <translation>模型文件 {path} 已损坏。请删除它，再重新运行安装步骤。</translation>
    </message>
    <message>
        <source>The model file {path} is missing or damaged. Add the model again, or use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} is damaged, or a newer version of the program added it. Add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was not added: reading it was stopped, most likely for want of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} could not be deleted ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} could not be kept in {folder} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} could not be prepared in {folder}: {reason}. Check that the disk has room and may be written to.</source>
        <translation>无法在 {folder} 中准备模型 {name}：{reason}。请确认磁盘有空间且可以写入。</translation>
    </message>
    <message>
        <source>The model {name} is missing or damaged, and the light program cannot make it anew. Install the program again.</source>
        <translation>模型 {name} 缺失或已损坏，而精简版程序无法重新生成它。请重新安装程序。</translation>
    </message>
    <message>
        <source>The model {name} was not added: the processor&apos;s runtime does not answer as torch does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s weights are missing: the package {package} is not installed. Run the set-up again.</source>
        <translation>缺少模型权重：未安装软件包 {package}。请重新运行安装步骤。</translation>
    </message>
    <message>
        <source>The photo {photo} is missing: import it again, or restore a backup.</source>
        <translation>照片 {photo} 缺失：请重新导入，或用备份恢复。</translation>
    </message>
    <message>
        <source>The photo {photo} was changed or damaged: import it again, or restore a backup.</source>
        <translation>照片 {photo} 被改动或已损坏：请重新导入，或用备份恢复。</translation>
    </message>
    <message>
        <source>The photo {photo}, missing before, is there again.</source>
        <translation>先前缺失的照片 {photo} 已重新出现。</translation>
    </message>
    <message>
        <source>The picture “{name}” is not there. Check its place and try again.</source>
        <translation>图片“{name}”不存在。请检查其位置后重试。</translation>
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
        <source>The price “{price}” has more decimals than its currency: round it.</source>
        <translation>价格“{price}”的小数位数超出其货币单位，请取整。</translation>
    </message>
    <message>
        <source>The process that reads pictures stopped twice. Close other programs to free memory, then try again; if it happens again, choose the processor instead of the graphics card.</source>
        <translation>识别图片的进程两次意外停止。请关闭其他程序以释放内存，然后重试；若再次发生，请改用处理器而不是显卡。</translation>
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
        <source>The row was left out: a cell is too long, or a quotation mark in it is never closed; correct it.</source>
        <translation>该行已跳过：某个单元格过长，或其中的引号没有闭合；请更正。</translation>
    </message>
    <message>
        <source>The row was left out: a cell is too long; shorten it.</source>
        <translation>该行已跳过：某个单元格过长；请缩短。</translation>
    </message>
    <message>
        <source>The row was left out: it has no SKU; give the product a number or code.</source>
        <translation>该行已跳过：没有货号；请为商品填写编号或代码。</translation>
    </message>
    <message>
        <source>The row was left out: it has {cells} cells, the heading {columns}; correct its separators.</source>
        <translation>该行已跳过：有 {cells} 个单元格，而表头有 {columns} 列；请更正分隔符。</translation>
    </message>
    <message>
        <source>The row was left out: row {row} has the SKU {sku} already; give each product its own.</source>
        <translation>该行已跳过：第 {row} 行已使用货号 {sku}；请为每种商品设定唯一的货号。</translation>
    </message>
    <message>
        <source>The search index could not be written to {folder} ({reason}). Free some space on that disk and make sure that the folder may be written to. Searching works meanwhile.</source>
        <translation>无法将查找索引写入 {folder}（{reason}）。请在该磁盘上腾出空间，并确认文件夹可写。其间仍可正常查找。</translation>
    </message>
    <message>
        <source>The shop could not be restored ({reason}): check the disk&apos;s space and your rights.</source>
        <translation>无法恢复店铺（{reason}），请检查磁盘空间和您的权限。</translation>
    </message>
    <message>
        <source>The shop is not open. Wait a moment and try again.</source>
        <translation>店铺尚未打开。请稍候再试。</translation>
    </message>
    <message>
        <source>The shop {folder} can only be read: the folder cannot be written to.</source>
        <translation>店铺 {folder} 只能读取：该文件夹不可写入。</translation>
    </message>
    <message>
        <source>The shop {folder} is in use (process {process}) or cannot be written to.</source>
        <translation>店铺 {folder} 正被占用（进程 {process}）或不可写入。</translation>
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
        <source>The table has no column “{column}”: its columns are {columns}.</source>
        <translation>表格中没有“{column}”列，现有的列为：{columns}。</translation>
    </message>
    <message>
        <source>The tag “{tag}” holds a comma, semicolon or bar: those separate tags in tables.</source>
        <translation>标签“{tag}”含有逗号、分号或竖线：这些符号在表格中用于分隔标签。</translation>
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
        <source>The weights in {file} do not fit the network {architecture}. Say which one they were made for: --architecture NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in {folder}. Choose a folder with JPEG, PNG or WebP files.</source>
        <translation>{folder} 中没有图片。请选择含有 JPEG、PNG 或 WebP 文件的文件夹。</translation>
    </message>
    <message>
        <source>There are too few photos to examine the lesson on: {count}. It takes {least} or more.</source>
        <translation>可用于检验学习结果的照片太少：只有 {count} 张，至少需要 {least} 张。</translation>
    </message>
    <message>
        <source>There are vectors of a model that is gone ({model}).</source>
        <translation>存在已移除的模型（{model}）的特征向量。</translation>
    </message>
    <message>
        <source>There is a model called {name} already. Give the new one another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tag “{tag}” already: choose another name, or merge the two.</source>
        <translation>标签“{tag}”已存在：请换一个名称，或将两者合并。</translation>
    </message>
    <message>
        <source>There is no catalog at {catalog}: choose a shop&apos;s folder.</source>
        <translation>{catalog} 处没有商品目录，请选择店铺文件夹。</translation>
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
        <source>There is no model called {name}. Choose one of: {names}.</source>
        <translation>没有名为 {name} 的模型。请选择：{names}。</translation>
    </message>
    <message>
        <source>There is no network called {name} that can make vectors of pictures. Give timm&apos;s name of it (such as convnext_tiny), or torchvision/resnet50.</source>
        <translation type="unfinished"></translation>
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
        <source>There is no product with the SKU “{sku}” in this shop.</source>
        <translation>本店没有货号为“{sku}”的商品。</translation>
    </message>
    <message>
        <source>There is no product {id} in this shop: reload the list.</source>
        <translation>本店没有商品 {id}，请刷新列表。</translation>
    </message>
    <message>
        <source>There is no shop in {folder}. Import a table or a folder of pictures into it first.</source>
        <translation>{folder} 中没有店铺。请先向其中导入表格或图片文件夹。</translation>
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
        <source>There is not enough memory to open “{name}”. Save it smaller and try again.</source>
        <translation>内存不足，无法打开“{name}”。请将其缩小保存后重试。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little to learn from: it takes two or more products with two or more photos each, or catalog pictures to make photos of.</source>
        <translation>可供学习的内容太少：至少需要两种商品，每种两张以上照片，或有可用于生成照片的目录图片。</translation>
    </message>
    <message>
        <source>This is the light program. Deep lessons and the graphics card come with the full one: install it in its place; shops and settings stay as they are.</source>
        <translation>这是精简版程序。深度学习课程和显卡支持只包含在完整版中：请改装完整版，店铺和设置都会保持原样。</translation>
    </message>
    <message>
        <source>This network does not answer with one vector a picture; it was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is no longer in the shop. Search again.</source>
        <translation>该商品已不在店中。请重新查找。</translation>
    </message>
    <message>
        <source>This shop has no lesson {version}. It has: {versions}.</source>
        <translation>本店没有学习结果 {version}。现有：{versions}。</translation>
    </message>
    <message>
        <source>This shop was given no model called {name}. It was given: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was undone already: reload the list.</source>
        <translation>此操作已撤销，请刷新列表。</translation>
    </message>
    <message>
        <source>Training the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the backup</source>
        <translation>正在校验备份</translation>
    </message>
    <message>
        <source>What reads pictures on the processor cannot be loaded: {reason}. Install the program again; if that does not help, install the full program.</source>
        <translation>无法加载在处理器上识别图片的组件：{reason}。请重新安装程序；若仍无效，请安装完整版。</translation>
    </message>
    <message>
        <source>Which column is the SKU? The table has {columns}: say so with --map sku=COLUMN.</source>
        <translation>哪一列是货号？表格中有：{columns}。请用 --map sku=列名 指明。</translation>
    </message>
    <message>
        <source>archived is yes, no or any, not “{value}”.</source>
        <translation>archived 只能是 yes、no 或 any，不能是“{value}”。</translation>
    </message>
    <message>
        <source>it asks to run code, which a file of numbers never needs. Do not use it; ask its maker for a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no parameters of a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged or no file of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>它不是一个 JSON 对象</translation>
    </message>
    <message>
        <source>it would unfold into many times its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something ended it</source>
        <translation>被外部终止</translation>
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
        <source>{catalog} is not a catalog of this program: choose a shop&apos;s folder.</source>
        <translation>{catalog} 不是本程序的商品目录，请选择店铺文件夹。</translation>
    </message>
    <message>
        <source>{count} photos were not looked at yet, so no search finds them: repair the shop.</source>
        <translation>有 {count} 张照片尚未识别，查找时找不到它们：请修复店铺。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}): check the path and your rights.</source>
        <translation>无法读取 {file}（{reason}），请检查路径和您的权限。</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}): check the disk&apos;s space and your rights.</source>
        <translation>无法写入 {file}（{reason}），请检查磁盘空间和您的权限。</translation>
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
        <source>{file} is larger than {most} MB: split it into several tables.</source>
        <translation>{file} 超过 {most} MB，请拆分为几张表格。</translation>
    </message>
    <message>
        <source>{file} is no table of text: export it as CSV or XLSX, then import that.</source>
        <translation>{file} 不是文本表格：请导出为 CSV 或 XLSX，再导入。</translation>
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
        <source>{percent} percent cannot be right: enter −100 to 1000.</source>
        <translation type="unfinished"></translation>
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
        <source>{quantity} pieces cannot be right: enter how many there really are.</source>
        <translation>{quantity} 件不可能正确，请输入实际数量。</translation>
    </message>
    <message>
        <source>“{answer}” is neither yes nor no.</source>
        <translation>“{answer}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“{assignment}” says no column: write sku=Code, for instance.</source>
        <translation>“{assignment}”没有指明列：请写成例如 sku=Code。</translation>
    </message>
    <message>
        <source>“{cell}…” is too long for a workbook: export to .csv instead.</source>
        <translation>“{cell}…”超出工作簿单元格的长度，请改为导出 .csv。</translation>
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
        <source>“{file}” ends in no kind of table: end it in .csv, .tsv or .xlsx.</source>
        <translation>“{file}”不是表格的扩展名：请以 .csv、.tsv 或 .xlsx 结尾。</translation>
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
        <source>“{name}” is a HEIC photo, which cannot be opened. Save it as JPEG and try again.</source>
        <translation>“{name}”是 HEIC 照片，无法打开。请另存为 JPEG 后重试。</translation>
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
        <source>“{name}” is larger than {limit} MB. Save the picture smaller and try again.</source>
        <translation>“{name}”超过 {limit} MB。请将图片缩小保存后重试。</translation>
    </message>
    <message>
        <source>“{name}” is made of {scans} layers and cannot be opened safely. Save it again as JPEG.</source>
        <translation>“{name}”由 {scans} 层组成，无法安全打开。请将其另存为 JPEG。</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be opened. Use JPEG, PNG, WebP, GIF or TIFF.</source>
        <translation>“{name}”不是可以打开的图片。请使用 JPEG、PNG、WebP、GIF 或 TIFF。</translation>
    </message>
    <message>
        <source>“{price}” is no price: write it like 12.50.</source>
        <translation>“{price}”不是价格：请写成例如 12.50。</translation>
    </message>
    <message>
        <source>“{stock}” is no number of pieces: write a whole number.</source>
        <translation>“{stock}”不是件数：请写整数。</translation>
    </message>
    <message>
        <source>“{tag}” cannot be merged with itself: choose another tag.</source>
        <translation>“{tag}”不能与自身合并：请另选标签。</translation>
    </message>
    <message>
        <source>“{value}” is no number: write {name}&lt;20, for instance.</source>
        <translation>“{value}”不是数字：请写成例如 {name}&lt;20。</translation>
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
        <translation>很可能是</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
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
        <source>{count} in stock</source>
        <translation>库存 {count} 件</translation>
    </message>
</context>
</TS>
